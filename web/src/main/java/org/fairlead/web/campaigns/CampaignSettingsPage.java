package org.fairlead.web.campaigns;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.text.Collator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.fairlead.campaign.Campaigns;
import org.fairlead.campaign.DialMode;
import org.fairlead.campaign.Dialing;
import org.fairlead.client.Clients;
import org.fairlead.client.ProgramView;
import org.fairlead.client.SiteView;
import org.fairlead.shared.Refused;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** A campaign being made ({@code no id}) or edited. Of two people at once the second is told, and shown what is stored. */
@Named
@ViewScoped
public class CampaignSettingsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient Campaigns campaigns;

    @EJB
    private transient Clients clients;

    @Inject
    private Notices notices;

    @Inject
    private Viewer viewer;

    private @Nullable String idParam;
    private @Nullable UUID id;
    private CampaignForm form = new CampaignForm();

    public void open() {
        if (idParam == null) {
            getPrograms().stream().findFirst().ifPresent(first -> form.begin(first, clients.client(first.client())));
        } else {
            id = Address.uuid(idParam);
            form = new CampaignForm(campaigns.settings(id));
        }
    }

    /** Of all clients that the reader serves: a campaign belongs to a programme, and with it to a client. */
    public List<ProgramView> getPrograms() {
        return clients.clients().stream()
                .flatMap(client -> clients.programs(client.id()).stream())
                .toList();
    }

    public String label(ProgramView program) {
        return clients.client(program.client()).name() + " · " + program.name();
    }

    public List<SiteView> getGateways() {
        return clients.sites();
    }

    public List<DialMode> getModes() {
        return List.of(DialMode.values());
    }

    public List<Dialing.Window> getWindows() {
        return List.of(Dialing.Window.values());
    }

    public List<String> getCountries() {
        var collator = Collator.getInstance(viewer.getLocale());
        return Arrays.stream(Locale.getISOCountries())
                .sorted((a, b) -> collator.compare(
                        viewer.getFormats().countryName(a), viewer.getFormats().countryName(b)))
                .toList();
    }

    public @Nullable String save() {
        try {
            var known = id;
            if (known == null) {
                known = campaigns.create(form.settings(clients.program(form.program())));
            } else {
                campaigns.edit(known, form.settings(clients.program(form.program())));
            }
            notices.done("campaigns.saved", String.valueOf(form.getName()));
            FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
            return "/campaign.xhtml?faces-redirect=true&id=" + known;
        } catch (Refused refused) {
            notices.refused(refused);
            if (refused.key().equals("setup.changed")) {
                open();
            }
            return null;
        }
    }

    public boolean isFresh() {
        return idParam == null;
    }

    public String getBack() {
        return idParam == null ? "/campaigns.xhtml" : "/campaign.xhtml?id=" + id;
    }

    public CampaignForm getForm() {
        return form;
    }

    public @Nullable String getIdParam() {
        return idParam;
    }

    public void setIdParam(@Nullable String idParam) {
        this.idParam = idParam;
    }
}

package org.fairlead.web.compliance;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.fairlead.client.ClientView;
import org.fairlead.client.Clients;
import org.fairlead.compliance.Evidence;
import org.fairlead.compliance.Evidence.Attempt;
import org.fairlead.compliance.Evidence.Dossier;
import org.fairlead.compliance.Evidence.RuleCount;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.Verdict.Denial;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** Why a try was denied, what was done to a person, and what each rule of a jurisdiction came to. */
@Named
@RequestScoped
public class EvidencePage {

    private static final int SHOWN = 25;
    private static final int REPORT_DAYS = 30;

    @EJB
    private Evidence evidence;

    @EJB
    private Clients clients;

    @Inject
    private Notices notices;

    @Inject
    private Viewer viewer;

    @Inject
    private Clock clock;

    private @Nullable String clientParam;
    private @Nullable String number;
    private @Nullable String jurisdiction;
    private @Nullable Dossier dossier;
    private List<Attempt> denied = List.of();
    private List<RuleCount> counts = List.of();

    /** Looks up what the address asks for. */
    public void open() {
        try {
            if (number != null && !number.isBlank()) {
                dossier = evidence.dossier(client(), number);
            } else {
                denied = evidence.denied(client(), 0, SHOWN);
            }
            if (jurisdiction != null && !jurisdiction.isBlank()) {
                LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
                counts = evidence.report(client(), jurisdiction, today.minusDays(REPORT_DAYS), today);
            }
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    private ClientId client() {
        if (clientParam != null && !clientParam.isEmpty()) {
            return Address.client(clientParam);
        }
        return getClients().stream().map(ClientView::id).findFirst().orElse(ClientId.OUTSOURCER);
    }

    /** Clients that call people; the outsourcer itself does not. */
    public List<ClientView> getClients() {
        return clients.clients().stream()
                .filter(one -> !one.id().equals(ClientId.OUTSOURCER))
                .toList();
    }

    /** @param form {@code json} with its signature, {@code pdf} to print, or {@code zip} for both with the files */
    public String export(String form) {
        String whose = dossier == null ? "" : dossier.number();
        return "/api/evidence/dossier." + form + "?client=" + client() + "&number="
                + URLEncoder.encode(whose, StandardCharsets.UTF_8);
    }

    public String detail(Denial denial) {
        return new Denials(viewer.getWords(), viewer.getFormats()).full(denial);
    }

    /** How far a limit was used up when the decision was asked. */
    public String count(Verdict.Count count) {
        return new Denials(viewer.getWords(), viewer.getFormats()).count(count);
    }

    /** A person's tries, or those of the client that were denied. */
    public List<Attempt> getShown() {
        Dossier found = dossier;
        return found == null ? denied : found.attempts();
    }

    /** How the lines of a dossier are said. */
    public DossierWords getSaid() {
        return new DossierWords(viewer.getWords(), viewer.getFormats());
    }

    public @Nullable Dossier getDossier() {
        return dossier;
    }

    public List<RuleCount> getCounts() {
        return counts;
    }

    public String getClientParam() {
        return client().toString();
    }

    public void setClientParam(@Nullable String clientParam) {
        this.clientParam = clientParam;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable String getJurisdiction() {
        return jurisdiction;
    }

    public void setJurisdiction(@Nullable String jurisdiction) {
        this.jurisdiction = jurisdiction;
    }
}

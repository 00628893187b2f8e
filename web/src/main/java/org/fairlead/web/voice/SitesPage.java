package org.fairlead.web.voice;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.fairlead.shared.Refused;
import org.fairlead.telephony.Sites;
import org.fairlead.telephony.Sites.AgentVoice;
import org.fairlead.telephony.Sites.Site;
import org.fairlead.telephony.Sites.Trunk;
import org.fairlead.telephony.Sites.TrunkEdit;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** Sites: what stands there, how it is, and how it reaches its customers. */
@Named
@ViewScoped
public class SitesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient Sites facade;

    @Inject
    private Notices notices;

    private transient @Nullable List<Site> known;
    private @Nullable Form form;

    /** A site's way to its customers being edited. The password is written here and never shown. */
    public static class Form implements Serializable {

        private static final long serialVersionUID = 1L;

        private final int site;
        private final String name;
        private final int version;
        private final boolean hasPassword;
        private @Nullable String host;
        private @Nullable String account;
        private @Nullable String password;
        private int callsPerSecond;
        private int channels;
        private boolean opus;
        private boolean keepLegs;
        private boolean wss;

        Form(Site of) {
            Trunk trunk = of.trunk();
            site = of.site().id();
            name = of.site().name();
            version = trunk.version();
            hasPassword = trunk.hasPassword();
            host = trunk.host();
            account = trunk.account();
            callsPerSecond = trunk.callsPerSecond();
            channels = trunk.channels();
            opus = trunk.voice().opus();
            keepLegs = trunk.voice().keepLegs();
            wss = trunk.voice().wss();
        }

        TrunkEdit edit() {
            String fresh = password == null || password.isEmpty() ? null : password;
            return new TrunkEdit(
                    version,
                    host == null ? "" : host.strip(),
                    account == null ? "" : account.strip(),
                    fresh,
                    callsPerSecond,
                    channels,
                    new AgentVoice(opus, keepLegs, wss));
        }

        public int getSite() {
            return site;
        }

        public String getName() {
            return name;
        }

        public boolean isHasPassword() {
            return hasPassword;
        }

        public @Nullable String getHost() {
            return host;
        }

        public void setHost(@Nullable String carrier) {
            host = carrier;
        }

        public @Nullable String getAccount() {
            return account;
        }

        public void setAccount(@Nullable String user) {
            account = user;
        }

        /** Never: what was written stays where it was written. */
        public @Nullable String getPassword() {
            return null;
        }

        public void setPassword(@Nullable String secret) {
            password = secret;
        }

        public int getCallsPerSecond() {
            return callsPerSecond;
        }

        public void setCallsPerSecond(int rate) {
            callsPerSecond = rate;
        }

        public int getChannels() {
            return channels;
        }

        public void setChannels(int most) {
            channels = most;
        }

        public boolean isOpus() {
            return opus;
        }

        public void setOpus(boolean first) {
            opus = first;
        }

        public boolean isKeepLegs() {
            return keepLegs;
        }

        public void setKeepLegs(boolean stay) {
            keepLegs = stay;
        }

        public boolean isWss() {
            return wss;
        }

        public void setWss(boolean stay) {
            wss = stay;
        }
    }

    public List<Site> getSites() {
        List<Site> now = known;
        if (now == null) {
            now = facade.sites();
            known = now;
        }
        return now;
    }

    public void edit(int site) {
        form = getSites().stream()
                .filter(one -> one.site().id() == site)
                .findFirst()
                .map(Form::new)
                .orElse(null);
    }

    public void save() {
        Form edited = form;
        if (edited == null) {
            return;
        }
        try {
            facade.save(edited.getSite(), edited.edit());
            notices.done("voice.site.saved", edited.getName());
            form = null;
        } catch (Refused refused) {
            notices.refused(refused);
        }
        known = null;
    }

    public void cancel() {
        form = null;
    }

    public @Nullable Form getForm() {
        return form;
    }
}

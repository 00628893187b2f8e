package org.fairlead.gateway.asterisk;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fairlead.gateway.engine.EngineRefused;
import org.fairlead.gateway.time.Timeline;
import org.fairlead.jms.GatewayCommand.SetTelephone;
import org.fairlead.jms.LineName;

/**
 * Agents' SIP telephones: which accounts may register at the engine, known by a digest alone, and who is rung there
 * today instead of in the browser.
 */
final class DeskTelephones {

    private final Registrar registrar;
    private final Timeline timeline;
    private final String host;
    private final Map<String, String> digests = new HashMap<>();
    private final Map<String, Used> used = new HashMap<>();

    DeskTelephones(Registrar registrar, Timeline timeline, String host) {
        this.registrar = registrar;
        this.timeline = timeline;
        this.host = host;
    }

    /** @param autoAnswer whether it is asked to pick up by itself */
    record Used(String account, boolean autoAnswer, Instant until) {}

    /** @param digest empty: it registers no more */
    void set(String account, String digest) throws EngineRefused {
        if (!LineName.isTelephone(account)) {
            throw new EngineRefused(EngineRefused.Reason.ILLEGAL_NOW, "no telephone can have this account");
        }
        if (digest.isEmpty()) {
            digests.remove(account);
            used.values().removeIf(one -> one.account().equals(account));
            registrar.withdraw(account);
        } else {
            digests.put(account, digest);
            push(account, digest);
        }
    }

    void use(String agent, String account, boolean autoAnswer, Instant until) {
        used.put(agent, new Used(account, autoAnswer, until));
    }

    /** The agent has gone, or has the browser again. */
    void leave(String agent) {
        used.remove(agent);
    }

    /** Where this agent is rung; empty: not at a desk telephone. */
    Optional<Used> of(String agent) {
        Used one = used.get(agent);
        return one != null && timeline.now().isBefore(one.until()) ? Optional.of(one) : Optional.empty();
    }

    /** Who is rung at a desk telephone. */
    Set<String> users() {
        return used.keySet();
    }

    Set<String> accounts() {
        return digests.keySet();
    }

    /** The engine may have been started anew. */
    void again() {
        digests.forEach(this::push);
    }

    /** The engine forgets passwords that nobody says again. */
    void remind() {
        digests.forEach(this::auth);
    }

    private void auth(String account, String digest) {
        registrar.put(
                "auth",
                account,
                Map.of("auth_type", "md5", "username", account, "realm", SetTelephone.REALM, "md5_cred", digest),
                () -> {});
    }

    private void push(String account, String digest) {
        Runnable told = () -> {};
        auth(account, digest);
        registrar.put("aor", account, address(), told);
        registrar.put("endpoint", account, endpoint(account), told);
    }

    /** One telephone at a time; that which registered last. */
    private static Map<String, String> address() {
        return Map.of(
                "max_contacts", "1",
                "remove_existing", "yes",
                "minimum_expiration", "30",
                "default_expiration", "300",
                "maximum_expiration", "3600",
                "qualify_frequency", "30",
                "qualify_timeout", "3");
    }

    private Map<String, String> endpoint(String account) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("auth", account);
        fields.put("aors", account);
        // it is rung, it calls nobody: this context leads nowhere
        fields.put("context", Registrar.CONTEXT);
        fields.put("allow_transfer", "no");
        fields.put("allow_subscribe", "no");
        fields.put("disallow", "all");
        fields.put("allow", "g722,alaw,ulaw");
        fields.put("webrtc", "no");
        fields.put("rewrite_contact", "yes");
        fields.put("rtp_symmetric", "yes");
        fields.put("force_rport", "yes");
        fields.put("direct_media", "no");
        fields.put("send_connected_line", "no");
        fields.put("dtmf_mode", "rfc4733");
        fields.put("rtp_timeout", "30");
        fields.put("rtp_timeout_hold", "300");
        if (host.startsWith("127.")) {
            fields.put("bind_rtp_to_media_address", "yes");
            fields.put("media_address", host);
        }
        return fields;
    }
}

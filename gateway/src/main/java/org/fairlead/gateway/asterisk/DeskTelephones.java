package org.fairlead.gateway.asterisk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.fairlead.gateway.engine.EngineRefused;
import org.fairlead.gateway.time.Timeline;
import org.fairlead.jms.GatewayCommand.SetTelephone;
import org.fairlead.jms.LineName;

/**
 * People's SIP telephones: which accounts may register at the engine, whose they are, known by a digest alone, and which
 * agents are rung there today instead of in the browser.
 */
final class DeskTelephones {

    private static final Registrar.Manners TELEPHONE = new Registrar.Manners(false, 300, 3600, 30, 30, 300);
    private static final String CODECS = "g722,alaw,ulaw";

    private final Registrar registrar;
    private final Timeline timeline;
    private final Consumer<String> over;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Used> used = new HashMap<>();

    /** @param over hears who is not rung any more at the telephone that they had */
    DeskTelephones(Registrar registrar, Timeline timeline, Consumer<String> over) {
        this.registrar = registrar;
        this.timeline = timeline;
        this.over = over;
    }

    private record Account(String owner, String digest) {}

    /** @param autoAnswer whether it is asked to pick up by itself */
    record Used(String account, boolean autoAnswer, Instant until) {}

    /** @param digest empty: it registers no more */
    void set(String owner, String account, String digest) throws EngineRefused {
        if (!LineName.isTelephone(account)) {
            throw new EngineRefused(EngineRefused.Reason.ILLEGAL_NOW, "no telephone can have this account");
        }
        if (digest.isEmpty()) {
            accounts.remove(account);
            registrar.withdraw(account);
            usersOf(account).forEach(this::isOver);
            return;
        }
        Account before = accounts.put(account, new Account(owner, digest));
        if (before == null) {
            settle(account);
            return;
        }
        if (!before.digest().equals(digest)) {
            shutOut(account);
        }
        push(account, digest);
    }

    /** What registered with another password would be rung until its registration ends, and that may be an hour. */
    private void shutOut(String account) {
        registrar.withdraw(account);
        usersOf(account).forEach(over);
    }

    /** Whether the engine has another password for it is not known: this process, or the engine, began anew. */
    private void settle(String account) {
        registrar.look("auth", account, fields -> {
            Account now = accounts.get(account);
            if (now == null) {
                return;
            }
            if (!now.digest().equals(fields.get("md5_cred"))) {
                shutOut(account);
            }
            push(account, now.digest());
        });
    }

    private List<String> usersOf(String account) {
        return used.entrySet().stream()
                .filter(one -> one.getValue().account().equals(account))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void isOver(String agent) {
        used.remove(agent);
        over.accept(agent);
    }

    void use(String agent, String account, boolean autoAnswer, Instant until) {
        used.put(agent, new Used(account, autoAnswer, until));
        timeline.after(Duration.between(timeline.now(), until), () -> expire(agent));
    }

    private void expire(String agent) {
        Used one = used.get(agent);
        if (one != null && !timeline.now().isBefore(one.until())) {
            isOver(agent);
        }
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

    /** The telephone that this person was given, whether or not it is where agents' calls ring. */
    Optional<String> ownedBy(String login) {
        return accounts.entrySet().stream()
                .filter(one -> one.getValue().owner().equals(login))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Who is rung at a desk telephone. */
    Set<String> users() {
        return used.keySet();
    }

    Set<String> accounts() {
        return accounts.keySet();
    }

    /** The engine may have been started anew, or was not heard of for a while. */
    void again() {
        List.copyOf(accounts.keySet()).forEach(this::settle);
    }

    /** The engine forgets passwords that nobody says again. */
    void remind() {
        accounts.forEach((account, known) -> auth(account, known.digest()));
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
        registrar.put("aor", account, Registrar.address(TELEPHONE), told);
        registrar.put("endpoint", account, registrar.endpoint(account, CODECS, TELEPHONE), told);
    }
}

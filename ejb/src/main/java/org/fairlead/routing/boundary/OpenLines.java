package org.fairlead.routing.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.routing.DeskChanged;
import org.fairlead.routing.Presence;
import org.fairlead.routing.control.EngineLoop;
import org.fairlead.routing.entity.Input;
import org.fairlead.telephony.DeskTelephones;
import org.jspecify.annotations.Nullable;

/**
 * Which agents' lines are open, and with which passwords: in memory alone. A gateway that began anew is told them
 * again; a server that began anew makes new ones when the desks come back.
 */
@ApplicationScoped
public class OpenLines {

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int PASSWORD_BYTES = 24;
    /** Why a desk that is not the agent's live one gets no line. */
    static final String NOT_LIVE = "desk.line.session";

    private static final String PREFIX = "fairlead.voice.";
    private static final String SECURE_PREFIX = "fairlead.voice-secure.";
    /** It goes into a page's security policy. */
    private static final Pattern ADDRESS =
            Pattern.compile("wss?://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?/[A-Za-z0-9/._-]*");

    @Inject
    private EngineAccess engine;

    @Inject
    private Clock clock;

    /** Changed on the engine's thread alone, which knows whose desk lives. */
    private final Map<String, Open> open = new ConcurrentHashMap<>();

    private final SecureRandom random = new SecureRandom();

    private record Open(
            String gateway,
            String session,
            String password,
            Instant until,
            DeskTelephones.@Nullable Account desk,
            boolean fresh) {

        /** What the gateway is told: a browser's password, or which telephone is rung. */
        GatewayCommand told(GatewayCommand.Head head, String login) {
            return desk == null
                    ? new GatewayCommand.OpenLine(head, login, password, until)
                    : new GatewayCommand.UseTelephone(head, login, desk.account(), desk.autoAnswer(), until);
        }
    }

    /**
     * Where browsers reach this gateway's engine, as the operator says it.
     *
     * @param secure whether the page came encrypted: from there a browser opens no other connections
     */
    static Optional<String> addressOf(String gateway, boolean secure) {
        String plain = System.getProperty(PREFIX + gateway, "");
        boolean other = secure && !plain.startsWith("wss:");
        String address = other ? System.getProperty(SECURE_PREFIX + gateway, "") : plain;
        return ADDRESS.matcher(address).matches() ? Optional.of(address) : Optional.empty();
    }

    /** What the agent's browser needs, and whether the line is a new one. */
    record Opened(String password, Instant until, boolean fresh) {}

    /** @throws org.fairlead.shared.Refused {@code desk.line.session} unless this is the agent's live desk */
    Opened open(String login, String session, String gateway, DeskTelephones.@Nullable Account desk) {
        AtomicReference<@Nullable Opened> opened = new AtomicReference<>();
        boolean picksUp = desk != null && !desk.autoAnswer();
        engine.submit(new Input.Tell(gateway, new Input.Desk(login, session, picksUp), head -> {
            Open line = renew(login, session, gateway, desk);
            opened.set(new Opened(line.password(), line.until(), line.fresh()));
            return line.told(head, login);
        }));
        return Objects.requireNonNull(opened.get(), "the engine took it and made no line");
    }

    private Open renew(String login, String session, String gateway, DeskTelephones.@Nullable Account desk) {
        Instant now = clock.instant();
        Open before = open.get(login);
        boolean fresh = before == null
                || !before.session().equals(session)
                || !before.gateway().equals(gateway)
                || !now.isBefore(before.until());
        String password = before == null || fresh ? newPassword() : before.password();
        Open line = new Open(gateway, session, password, now.plus(LIFE), desk, fresh);
        open.put(login, line);
        return line;
    }

    /** A desk that is left, or that another one took the place of, takes its line with it. */
    void deskChanged(@Observes DeskChanged event) {
        boolean left = event.state().presence() == Presence.OFFLINE;
        Open line = open.get(event.login());
        if (left || (line != null && !line.session().equals(event.sessionId()))) {
            engine.soon(there -> settle(event.login(), there.sessionOf(event.login())));
        }
    }

    /** @param session that lives now; empty for none */
    private void settle(String login, String session) {
        Open line = open.get(login);
        if (line == null) {
            // a server that began anew does not know which lines the one before it had opened
            if (session.isEmpty()) {
                gateways().forEach(gateway -> close(gateway, login));
            }
        } else if (!line.session().equals(session)) {
            open.remove(login);
            close(line.gateway(), login);
        }
    }

    private void close(String gateway, String login) {
        engine.tell(new Input.Tell(gateway, head -> new GatewayCommand.CloseLine(head, login)));
    }

    private static List<String> gateways() {
        return System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()))
                .filter(gateway -> addressOf(gateway, false).isPresent())
                .sorted()
                .toList();
    }

    /** The gateway may have been started anew, and then knows none of them. */
    void again(String gateway, EngineLoop loop) {
        Instant now = clock.instant();
        open.forEach((login, line) -> {
            if (line.gateway().equals(gateway) && now.isBefore(line.until())) {
                var unused = loop.submit(told(login, line));
            }
        });
    }

    private static Input told(String login, Open line) {
        return new Input.Tell(
                line.gateway(),
                new Input.Desk(
                        login,
                        line.session(),
                        line.desk() != null && !line.desk().autoAnswer()),
                head -> line.told(head, login));
    }

    private String newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

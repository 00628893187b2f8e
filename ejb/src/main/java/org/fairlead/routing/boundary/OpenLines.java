package org.fairlead.routing.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.routing.DeskChanged;
import org.fairlead.routing.Presence;
import org.fairlead.routing.control.EngineLoop;
import org.fairlead.routing.entity.Input;

/**
 * Which agents' lines are open, and with which passwords: in memory alone. A gateway that began anew is told them
 * again; a server that began anew makes new ones when the desks come back.
 */
@ApplicationScoped
public class OpenLines {

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int PASSWORD_BYTES = 24;
    /** It goes into a page's security policy. */
    private static final Pattern ADDRESS =
            Pattern.compile("wss?://[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?/[A-Za-z0-9/._-]*");

    @Inject
    private EngineAccess engine;

    @Inject
    private Clock clock;

    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    private record Open(String gateway, String session, String password, Instant until) {}

    /** Where browsers reach this gateway's engine, as the operator says it. */
    static Optional<String> addressOf(String gateway) {
        String address = System.getProperty("fairlead.voice." + gateway, "");
        return ADDRESS.matcher(address).matches() ? Optional.of(address) : Optional.empty();
    }

    /** What the agent's browser needs, and whether the line is a new one. */
    record Opened(String password, Instant until, boolean fresh) {}

    Opened open(String login, String session, String gateway) {
        Instant now = clock.instant();
        Instant until = now.plus(LIFE);
        Open before = open.get(login);
        boolean fresh = before == null
                || !before.session().equals(session)
                || !before.gateway().equals(gateway)
                || !now.isBefore(before.until());
        String password = before == null || fresh ? newPassword() : before.password();
        Open line = new Open(gateway, session, password, until);
        open.put(login, line);
        engine.submit(told(login, line));
        return new Opened(password, until, fresh);
    }

    /** A desk that is left takes its line with it. */
    void deskChanged(@Observes DeskChanged event) {
        if (event.state().presence() != Presence.OFFLINE) {
            return;
        }
        Open line = open.remove(event.login());
        if (line != null) {
            var unused = engine.loop()
                    .submit(new Input.Tell(line.gateway(), head -> new GatewayCommand.CloseLine(head, event.login())));
        }
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
                line.gateway(), head -> new GatewayCommand.OpenLine(head, login, line.password(), line.until()));
    }

    private String newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package org.fairlead.web.live;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The door of the push: see this package's description for what goes through it. */
@ServerEndpoint(value = "/live", configurator = Handshake.class)
public class LiveEndpoint {

    private static final Logger LOG = System.getLogger(LiveEndpoint.class.getName());
    /** A page pings every 20 s; one that is silent for three of them is gone, whatever its socket says. */
    private static final long SILENCE_MILLIS = 65_000;

    private static final long SEND_MILLIS = 10_000;
    private static final int LONGEST_MESSAGE = 100;

    @OnOpen
    public void open(Session session) throws IOException {
        Object viewing = session.getUserProperties().get(Handshake.VIEWING);
        if (viewing == null) {
            session.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "log in"));
            return;
        }
        session.setMaxIdleTimeout(SILENCE_MILLIS);
        session.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
        var remote = session.getAsyncRemote();
        remote.setSendTimeout(SEND_MILLIS);
        hub().join(session.getId(), (Viewing) viewing, new Outbox((text, done) -> remote.sendText(text, done::accept)));
    }

    @OnMessage
    public void message(String text, Session session) {
        if (text.startsWith("ping ")) {
            hub().pong(session.getId(), text.substring("ping ".length()));
        }
    }

    @OnClose
    public void close(Session session) {
        hub().part(session.getId());
    }

    @OnError
    public void error(Session session, Throwable cause) {
        LOG.log(Level.DEBUG, () -> "push connection " + session.getId() + " broke: " + cause);
    }

    private static LiveHub hub() {
        return CDI.current().select(LiveHub.class).get();
    }
}

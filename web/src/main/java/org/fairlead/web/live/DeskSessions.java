package org.fairlead.web.live;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fairlead.routing.Desk;
import org.fairlead.routing.DeskChanged;
import org.fairlead.routing.DeskState;
import org.fairlead.routing.Presence;

/** Which desk session of each agent lives, and what its desk showed last. */
@ApplicationScoped
public class DeskSessions {

    private static final Logger LOG = System.getLogger(DeskSessions.class.getName());

    @EJB
    private Desk desk;

    @Resource
    private ManagedExecutorService executor;

    @Resource
    private ContextService context;

    private final Map<String, Live> byLogin = new ConcurrentHashMap<>();

    private record Live(String desk, DeskState state) {}

    /** Keeps the newer of two states; false when this one came late. */
    public boolean changed(DeskChanged event) {
        if (event.state().presence() == Presence.OFFLINE) {
            byLogin.remove(event.login());
            return true;
        }
        return keep(event.login(), event.sessionId(), event.state());
    }

    /** The session answered an action with this state. */
    public boolean keep(String login, String session, DeskState state) {
        Live now = byLogin.merge(
                login,
                new Live(session, state),
                (old, fresh) -> fresh.state().version() >= old.state().version() ? fresh : old);
        return now.state().version() == state.version();
    }

    public Optional<DeskState> last(String login) {
        return Optional.ofNullable(byLogin.get(login)).map(Live::state);
    }

    /** Of a person who logs out. */
    public Optional<String> session(String login) {
        return Optional.ofNullable(byLogin.get(login)).map(Live::desk);
    }

    /**
     * What is to run when the last connection of a desk's page breaks. Made while the request that connects is there:
     * it keeps the caller, whom the socket's own callbacks do not have.
     */
    Runnable whenLost(String login, String session) {
        return context.contextualRunnable(() -> {
            LOG.log(Level.INFO, "the desk page of {0} is gone", login);
            desk.lost(session);
        });
    }

    /** Off the socket's thread: the engine commits before it answers. */
    void lost(Runnable whenLost) {
        executor.execute(whenLost);
    }
}

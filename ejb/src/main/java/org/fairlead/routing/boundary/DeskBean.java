package org.fairlead.routing.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fairlead.contact.Contacts;
import org.fairlead.jms.GatewayCommand.TransferKind;
import org.fairlead.routing.CallbackGuard;
import org.fairlead.routing.Desk;
import org.fairlead.routing.DeskState;
import org.fairlead.routing.EngineView;
import org.fairlead.routing.FloorSnapshot;
import org.fairlead.routing.FloorSnapshot.AgentNow;
import org.fairlead.routing.Presence;
import org.fairlead.routing.PreviewGuard;
import org.fairlead.routing.entity.Input;
import org.fairlead.routing.entity.Input.DeskAction;
import org.fairlead.security.Audit;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The agent's desk. No transaction and no client scope of its own: the engine stores, and it lets an agent touch only
 * the contact at that agent's own hand.
 */
@Stateless
@RolesAllowed(Roles.AGENT)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeskBean implements Desk {

    /** What the engine says of a customer who is to be called back. */
    private static final String CALLBACK = "callback.unjudged";

    @Resource
    private SessionContext context;

    @Inject
    private EngineAccess engine;

    @Inject
    private EngineView floor;

    @Inject
    private Audit audit;

    @EJB
    private Contacts contacts;

    @Inject
    private Instance<PreviewGuard> guard;

    @Inject
    private Instance<CallbackGuard> callbacks;

    @Override
    public DeskState open(String sessionId) {
        DeskAction open = new DeskAction.Open(sessionId);
        String login = context.getCallerPrincipal().getName();
        try {
            if (engine.submit(new Input.Act(login, open)) instanceof DeskState desk) {
                return desk;
            }
        } catch (NotFound | Refused unknownOrSwitchedOff) {
            // Somebody may have come, or come back, by another way than the people page: look once more.
            engine.readSetUp();
        }
        return act("open", open);
    }

    @Override
    public void lost(String sessionId) {
        act("lost", new DeskAction.Lost(sessionId));
    }

    @Override
    public void leave(String sessionId) {
        act("leave", new DeskAction.Leave(sessionId));
    }

    @Override
    public DeskState present(Presence wanted, @Nullable String reason) {
        return act("present", new DeskAction.Present(wanted, reason));
    }

    @Override
    public DeskState accept(UUID contactId) {
        try {
            return act("accept", new DeskAction.Accept(contactId));
        } catch (Refused refused) {
            if (!refused.key().equals(CALLBACK)) {
                throw refused;
            }
            return callBack(contactId);
        }
    }

    /** A customer who is to be called back: the outreach decision has the last word. */
    private DeskState callBack(UUID contactId) {
        var contact = act("accept", new DeskAction.Look()).contact();
        if (contact == null || !contact.contactId().equals(contactId)) {
            throw notFound("accept", "contact", contactId);
        }
        if (!callbacks.isResolvable()) {
            throw new Refused("desk.not-now");
        }
        CallbackGuard.Answer answer = callbacks.get().ask(new ClientId(contact.clientId()), contactId);
        Refused denied = answer.denied();
        DeskState now = act("accept", new DeskAction.CallBack(contactId, denied == null, answer.nextAllowed()));
        if (denied != null) {
            throw denied;
        }
        return now;
    }

    @Override
    public DeskState refuse(UUID contactId) {
        return act("refuse", new DeskAction.Refuse(contactId));
    }

    @Override
    public DeskState hold(UUID contactId, boolean on) {
        return act("hold", new DeskAction.Hold(contactId, on));
    }

    @Override
    public DeskState mute(UUID contactId, boolean on) {
        return act("mute", new DeskAction.Mute(contactId, on));
    }

    @Override
    public DeskState record(UUID contactId, boolean on) {
        return act("record", new DeskAction.Tape(contactId, on));
    }

    @Override
    public DeskState sendKeys(UUID contactId, String keys) {
        return act("sendKeys", new DeskAction.SendKeys(contactId, keys));
    }

    @Override
    public DeskState transfer(UUID contactId, TransferKind kind, String target) {
        return act("transfer", new DeskAction.Transfer(contactId, kind, target));
    }

    @Override
    public DeskState hangUp(UUID contactId) {
        return act("hangUp", new DeskAction.HangUp(contactId));
    }

    @Override
    public DeskState finishing(UUID contactId) {
        return act("finishing", new DeskAction.Finishing(contactId));
    }

    @Override
    public DeskState dialPreview(UUID contactId) {
        DeskState now = act("dialPreview", new DeskAction.Look());
        var contact = now.contact();
        if (contact == null || !contact.contactId().equals(contactId)) {
            throw notFound("dialPreview", "contact", contactId);
        }
        if (!guard.isResolvable()) {
            throw new Refused("desk.not-now");
        }
        guard.get().requireAllowed(new ClientId(contact.clientId()), contactId);
        return act("dialPreview", new DeskAction.DialPreview(contactId));
    }

    @Override
    public DeskState skipPreview(UUID contactId, String reason) {
        return act("skipPreview", new DeskAction.SkipPreview(contactId, reason));
    }

    @Override
    public DeskState close(UUID contactId, String disposition, String note, @Nullable Promised callback) {
        Instant at = callback == null ? null : callback.at();
        boolean mine = callback != null && callback.mine();
        return act("close", new DeskAction.Close(contactId, disposition, note, at, mine));
    }

    @Override
    public List<Target> targets(UUID contactId) {
        String login = context.getCallerPrincipal().getName();
        FloorSnapshot now = floor.snapshot();
        int client = now.agents().stream()
                .filter(agent -> agent.login().equals(login) && contactId.equals(agent.contactId()))
                .findFirst()
                .map(AgentNow::clientId)
                .orElseThrow(() -> notFound("targets", "contact " + contactId, contactId));
        Stream<Target> queues = now.queues().stream()
                .filter(queue -> queue.clientId() == client)
                .map(queue -> new Target(queue.code(), queue.name(), queue.waiting(), queue.ready()));
        Stream<Target> colleagues = now.agents().stream()
                .filter(agent -> agent.presence() == Presence.AVAILABLE && agent.contactId() == null)
                .filter(agent -> !agent.login().equals(login) && agent.clients().contains(client))
                .map(agent -> new Target(agent.login(), agent.name(), -1, 1));
        return Stream.concat(queues, colleagues).toList();
    }

    private DeskState act(String name, DeskAction action) {
        try {
            String login = context.getCallerPrincipal().getName();
            Object state = engine.submit(new Input.Act(login, action));
            if (state instanceof DeskState desk) {
                return desk;
            }
            throw new IllegalStateException("the engine answered " + state);
        } catch (NotFound e) {
            throw notFound(name, String.valueOf(e.getMessage()), action.contact());
        }
    }

    /** Who comes too late for a contact of their own is told so; whoever asks for another's learns nothing, and is noted. */
    private RuntimeException notFound(String action, String what, @Nullable UUID contact) {
        if (contact != null && contacts.wasMine(contact)) {
            return new Refused("desk.too-late");
        }
        Set<UUID> asked = contact == null ? Set.of() : Set.of(contact);
        ClientId whose = audit.ownerOf(asked).orElse(ClientId.OUTSOURCER);
        audit.recordRefusal(whose, "refused.not-found", "Desk." + action, Map.of("what", what));
        return new NotFound(what);
    }
}

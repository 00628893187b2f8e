package org.fairlead.gateway.link;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import jakarta.jms.TransactionRolledBackException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fairlead.gateway.log.Log;
import org.fairlead.gateway.log.LogMessage;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.MalformedMessage;
import org.fairlead.jms.ReadBatch;
import org.fairlead.jms.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Takes commands over from the broker. Those that dial: first the broker forgets them, then they are carried out. A
 * process that dies in between loses them, and the centre learns so from the live calls; the other order could dial
 * twice. All others are carried out at once, since an agent and a customer wait for them; should they come again, they
 * are known, to the next process by the site's store.
 *
 * <p>When the connection breaks in that very commit, nobody knows whether the broker forgot. The batch is kept, and
 * the next connection tells: the broker either delivers the message again, or it does not, and then the batch is
 * carried out before anything newer.
 */
final class CommandIntake {

    private static final Log LOG = Log.of(CommandIntake.class);
    private static final int MOST_MESSAGES = 100;
    /** What has been handed over waits for nothing; what comes meanwhile is forgotten in the same commit. */
    private static final long LINGER_MILLIS = 5;

    private final String gateway;
    private final LinkListener listener;
    private @Nullable Unclear unclear;
    /** Messages that were handed over and that the broker has not forgotten: they may come again. */
    private final Set<String> handed = new HashSet<>();
    /** What the broker is to forget with the next commit; another session begins with nothing. */
    private final List<String> owed = new ArrayList<>();

    CommandIntake(String gateway, LinkListener listener) {
        this.gateway = gateway;
        this.listener = listener;
    }

    /** @param together all that the commit was for: either all of it comes again, or nothing */
    private record Unclear(Set<String> together, ReadBatch<GatewayCommand> batch) {}

    /**
     * Receives what there is, or nothing within the given time. Each message is handed over when it is there; the broker
     * is told to forget them together.
     */
    void receive(BrokerSession session, long millis) throws JMSException {
        owed.clear();
        Message message = session.receive(millis);
        if (session.broken()) {
            return;
        }
        settle(message);
        for (int n = 1; message != null; n++) {
            take(session, message);
            message = n < MOST_MESSAGES ? session.receive(LINGER_MILLIS) : null;
        }
        if (!owed.isEmpty()) {
            forgets(session);
        }
    }

    private void forgets(BrokerSession session) throws JMSException {
        session.taken();
        owed.forEach(handed::remove);
        owed.clear();
    }

    private void take(BrokerSession session, Message message) throws JMSException {
        owed.add(String.valueOf(message.getJMSMessageID()));
        ReadBatch<GatewayCommand> batch;
        try {
            batch = read(message);
        } catch (MalformedMessage e) {
            String reason = String.valueOf(e.getMessage());
            LOG.say(LogMessage.PARKED, "gateway", gateway, "reason", reason);
            session.park(message, reason);
            return;
        }
        for (ReadBatch.Unreadable strange : batch.unreadable()) {
            LOG.say(LogMessage.PARKED, "gateway", gateway, "command", strange.id(), "reason", strange.reason());
            session.park(strange.text(), strange.reason());
        }
        takeOver(session, message, batch);
    }

    private void takeOver(BrokerSession session, Message message, ReadBatch<GatewayCommand> batch) throws JMSException {
        if (batch.messages().stream().noneMatch(GatewayCommand.Dial.class::isInstance)) {
            if (handed.add(String.valueOf(message.getJMSMessageID()))) {
                listener.received(batch);
            }
            return;
        }
        try {
            forgets(session);
        } catch (TransactionRolledBackException e) {
            // Certain: it comes again.
            throw e;
        } catch (JMSException e) {
            LOG.say(LogMessage.COMMIT_UNKNOWN, "gateway", gateway);
            unclear = new Unclear(Set.copyOf(owed), batch);
            throw e;
        }
        listener.received(batch);
    }

    private void settle(@Nullable Message first) throws JMSException {
        Unclear waiting = unclear;
        if (waiting == null) {
            return;
        }
        unclear = null;
        if (first == null || !waiting.together().contains(String.valueOf(first.getJMSMessageID()))) {
            LOG.say(
                    LogMessage.COMMANDS_RESUMED,
                    "gateway",
                    gateway,
                    "commands",
                    waiting.batch().messages().size());
            listener.received(waiting.batch());
        }
    }

    private ReadBatch<GatewayCommand> read(Message message) throws JMSException, MalformedMessage {
        if (!(message instanceof TextMessage text)) {
            throw new MalformedMessage("not a text message");
        }
        String body = text.getText();
        if (body == null) {
            throw new MalformedMessage("a text message without text");
        }
        ReadBatch<GatewayCommand> batch = Wire.readEachCommand(body);
        if (!gateway.equals(batch.gateway())) {
            throw new MalformedMessage("a batch for gateway " + batch.gateway() + " on the queue of " + gateway);
        }
        return batch;
    }
}

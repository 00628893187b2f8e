package org.fairlead.gateway.link;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import jakarta.jms.TransactionRolledBackException;
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

    private final String gateway;
    private final LinkListener listener;
    private @Nullable Unclear unclear;
    /** The last message that was carried out before the broker forgot it: it may come again. */
    private @Nullable String handed;

    CommandIntake(String gateway, LinkListener listener) {
        this.gateway = gateway;
        this.listener = listener;
    }

    private record Unclear(String messageId, ReadBatch<GatewayCommand> batch) {}

    /** Receives what there is, or nothing within the given time. */
    void receive(BrokerSession session, long millis) throws JMSException {
        Message message = session.receive(millis);
        if (session.broken()) {
            return;
        }
        settle(message);
        if (message == null) {
            return;
        }
        ReadBatch<GatewayCommand> batch;
        try {
            batch = read(message);
        } catch (MalformedMessage e) {
            String reason = String.valueOf(e.getMessage());
            LOG.say(LogMessage.PARKED, "gateway", gateway, "reason", reason);
            session.park(message, reason);
            session.taken();
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
            String id = String.valueOf(message.getJMSMessageID());
            if (!id.equals(handed)) {
                handed = id;
                listener.received(batch);
            }
            session.taken();
            return;
        }
        try {
            session.taken();
        } catch (TransactionRolledBackException e) {
            // Certain: it comes again.
            throw e;
        } catch (JMSException e) {
            LOG.say(LogMessage.COMMIT_UNKNOWN, "gateway", gateway);
            unclear = new Unclear(String.valueOf(message.getJMSMessageID()), batch);
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
        if (first == null || !waiting.messageId().equals(first.getJMSMessageID())) {
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

package org.fairlead.routing.boundary;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import javax.naming.NamingException;
import org.fairlead.jms.CommandBatch;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.Wire;
import org.fairlead.routing.control.CommandOutlet;
import org.fairlead.routing.control.RoutingLog;

/**
 * Sends commands to the gateways' queues: one thread, one session, all that waits in one transaction and one message
 * for each gateway. A broker that is away is waited for; the order is kept.
 */
final class CommandSender implements Runnable, CommandOutlet {

    private static final int MOST_PARCELS = 200;
    private static final int MOST_IN_MESSAGE = 500;
    private static final long RETRY_MILLIS = 500;
    private static final long WAIT_MILLIS = 500;

    private final BlockingQueue<Parcel> parcels = new LinkedBlockingQueue<>();
    private final AtomicLong sentPosition = new AtomicLong();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Map<String, Queue> queues = new HashMap<>();
    private final QueueOf names;

    /** How the broker is to treat what is sent. */
    private enum How {
        /** A dial that is taken back must be so before it is read. */
        OVERTAKING(9, DeliveryMode.PERSISTENT, Message.DEFAULT_TIME_TO_LIVE),
        /** Whoever is away finds it all: what is too late then is for the gateway to refuse. */
        USUAL(Message.DEFAULT_PRIORITY, DeliveryMode.PERSISTENT, Message.DEFAULT_TIME_TO_LIVE),
        /** A password is in the broker's memory alone; one that nobody fetched by then is worth nothing to anybody. */
        LINES(Message.DEFAULT_PRIORITY, DeliveryMode.NON_PERSISTENT, 60_000);

        private final int priority;
        private final int mode;
        private final long lifeMillis;

        How(int priority, int mode, long lifeMillis) {
            this.priority = priority;
            this.mode = mode;
            this.lifeMillis = lifeMillis;
        }

        static How of(GatewayCommand command) {
            if (command instanceof GatewayCommand.Withdraw) {
                return OVERTAKING;
            }
            return aboutLines(command) ? LINES : USUAL;
        }

        /** All three are said each time: the producers of a session share what they were told. */
        void tell(JMSProducer producer) {
            producer.setPriority(priority).setDeliveryMode(mode).setTimeToLive(lifeMillis);
        }
    }

    record Parcel(long upTo, List<GatewayCommand> commands, Runnable sent) {}

    /** Where a gateway's commands go. */
    interface QueueOf {
        Queue named(String gateway) throws NamingException;
    }

    CommandSender() {
        this(Broker::commandsOf);
    }

    CommandSender(QueueOf names) {
        this.names = names;
    }

    @Override
    public void send(long upTo, List<GatewayCommand> commands, Runnable sent) {
        parcels.add(new Parcel(upTo, commands, sent));
    }

    @Override
    public long sentPosition() {
        return sentPosition.get();
    }

    void stop() {
        stop.countDown();
    }

    @Override
    public void run() {
        List<Parcel> taken = new ArrayList<>();
        try {
            while (stop.getCount() > 0) {
                try (JMSContext session = Broker.connections().createContext(JMSContext.SESSION_TRANSACTED)) {
                    serve(session, taken);
                } catch (JMSRuntimeException | NamingException e) {
                    RoutingLog.brokerAway("commands", e);
                    stop.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param taken what the session before could not send */
    void serve(JMSContext session, List<Parcel> taken) throws NamingException, InterruptedException {
        JMSProducer producer = session.createProducer();
        while (stop.getCount() > 0) {
            take(taken);
            deliver(session, producer, taken);
            taken.clear();
        }
    }

    /** What was taken before the broker failed is still there and goes first. */
    private void take(List<Parcel> taken) throws InterruptedException {
        if (taken.isEmpty()) {
            Parcel first = parcels.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                taken.add(first);
                parcels.drainTo(taken, MOST_PARCELS - 1);
            }
        }
    }

    private void deliver(JMSContext session, JMSProducer producer, List<Parcel> taken) throws NamingException {
        if (taken.isEmpty()) {
            return;
        }
        for (How how : How.values()) {
            how.tell(producer);
            sendAll(session, producer, taken, command -> How.of(command) == how);
        }
        session.commit();
        for (Parcel parcel : taken) {
            sentPosition.accumulateAndGet(parcel.upTo(), Math::max);
            parcel.sent().run();
        }
    }

    /** Opened and closed in the order in which it was said; a trunk's password is as secret. */
    private static boolean aboutLines(GatewayCommand command) {
        return command instanceof GatewayCommand.OpenLine
                || command instanceof GatewayCommand.CloseLine
                || command instanceof GatewayCommand.SetTelephone
                || command instanceof GatewayCommand.UseTelephone
                || command instanceof GatewayCommand.SetVoice
                || command instanceof GatewayCommand.SetTrunk;
    }

    private void sendAll(JMSContext session, JMSProducer producer, List<Parcel> taken, Predicate<GatewayCommand> wanted)
            throws NamingException {
        Map<String, List<GatewayCommand>> byGateway = new LinkedHashMap<>();
        for (Parcel parcel : taken) {
            parcel.commands().stream().filter(wanted).forEach(command -> byGateway
                    .computeIfAbsent(command.head().gateway(), gateway -> new ArrayList<>())
                    .add(command));
        }
        for (Map.Entry<String, List<GatewayCommand>> entry : byGateway.entrySet()) {
            send(session, producer, entry.getKey(), entry.getValue());
        }
    }

    private void send(JMSContext session, JMSProducer producer, String gateway, List<GatewayCommand> commands)
            throws NamingException {
        Queue queue = queues.get(gateway);
        if (queue == null) {
            queue = names.named(gateway);
            queues.put(gateway, queue);
        }
        for (int from = 0; from < commands.size(); from += MOST_IN_MESSAGE) {
            List<GatewayCommand> part = commands.subList(from, Math.min(commands.size(), from + MOST_IN_MESSAGE));
            producer.send(queue, session.createTextMessage(Wire.write(new CommandBatch(Wire.VERSION, gateway, part))));
        }
    }
}

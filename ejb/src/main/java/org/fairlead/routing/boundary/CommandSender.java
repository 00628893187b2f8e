package org.fairlead.routing.boundary;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.naming.NamingException;
import org.fairlead.jms.CommandBatch;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.Wire;
import org.fairlead.routing.control.CommandOutlet;
import org.fairlead.routing.control.RoutingLog;

/**
 * Sends commands to the gateways' queues: one thread, one session, all that waits in one transaction. A broker that is
 * away is waited for; the order is kept.
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
    private final Clock clock;
    /** What the broker has in its memory alone, and is not too late yet. */
    private final Deque<GatewayCommand> atHand = new ArrayDeque<>();

    /** How the broker is to treat what is sent. */
    private enum How {
        /** A dial that is taken back must be so before it is read. */
        OVERTAKING(9, DeliveryMode.PERSISTENT, Message.DEFAULT_TIME_TO_LIVE),
        /** What leaves once, and ends that must come: on the broker's disk until the site has it. */
        STORED(Message.DEFAULT_PRIORITY, DeliveryMode.PERSISTENT, Message.DEFAULT_TIME_TO_LIVE),
        /**
         * Whoever is away finds it all, as long as the broker lives: what is too late then is for the gateway to refuse.
         * An agent and a customer wait for it, and a disk would take the time of all of them; it is in our database, and
         * sent again when the broker may have lost it.
         */
        AT_HAND(Message.DEFAULT_PRIORITY, DeliveryMode.NON_PERSISTENT, Message.DEFAULT_TIME_TO_LIVE),
        /**
         * A password is in the broker's memory alone; one that nobody fetched by then is worth nothing to anybody, nor is
         * a question that a site answers by itself when it is back.
         */
        PASSING(Message.DEFAULT_PRIORITY, DeliveryMode.NON_PERSISTENT, 60_000);

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
            if (command instanceof GatewayCommand.Dial || command instanceof GatewayCommand.HangUp) {
                return STORED;
            }
            return passes(command) ? PASSING : AT_HAND;
        }

        /** Opened and closed in the order in which it was said; a trunk's password is as secret. */
        private static boolean passes(GatewayCommand command) {
            return command instanceof GatewayCommand.OpenLine
                    || command instanceof GatewayCommand.CloseLine
                    || command instanceof GatewayCommand.SetTelephone
                    || command instanceof GatewayCommand.UseTelephone
                    || command instanceof GatewayCommand.SetVoice
                    || command instanceof GatewayCommand.SetTrunk
                    || command instanceof GatewayCommand.ReportLiveCalls
                    || command instanceof GatewayCommand.ProbeReply;
        }

        /** All three are said each time: the producers of a session share what they were told. */
        void tell(JMSProducer producer) {
            producer.setPriority(priority).setDeliveryMode(mode).setTimeToLive(lifeMillis);
        }
    }

    /** One message: what is said to one gateway in one breath and is treated alike. */
    private record Breath(String gateway, How how, List<GatewayCommand> commands) {

        boolean takes(How other) {
            return how == other && commands.size() < MOST_IN_MESSAGE;
        }
    }

    record Parcel(long upTo, List<GatewayCommand> commands, Runnable sent) {}

    /** Where a gateway's commands go. */
    interface QueueOf {
        Queue named(String gateway) throws NamingException;
    }

    CommandSender(Clock clock) {
        this(Broker::commandsOf, clock);
    }

    CommandSender(QueueOf names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    @Override
    public void send(long upTo, List<GatewayCommand> commands, Runnable sent) {
        parcels.add(new Parcel(upTo, commands, sent));
    }

    @Override
    public long sentPosition() {
        return sentPosition.get();
    }

    @Override
    public boolean maySlip(GatewayCommand command) {
        return How.of(command) == How.AT_HAND;
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
        sendAgain(session, producer);
        while (stop.getCount() > 0) {
            take(taken);
            deliver(session, producer, taken);
            taken.clear();
        }
    }

    /** The broker behind the session before may have ended with it. Who has it already knows it by its id. */
    private void sendAgain(JMSContext session, JMSProducer producer) throws NamingException {
        Instant now = clock.instant();
        atHand.removeIf(command -> late(command, now));
        if (!atHand.isEmpty()) {
            sendAll(session, producer, atHand);
            session.commit();
        }
    }

    private static boolean late(GatewayCommand command, Instant now) {
        return !command.head().expiresAt().isAfter(now);
    }

    /** The oldest are the first to be too late, nearly. */
    private void keepAtHand(List<GatewayCommand> commands) {
        Instant now = clock.instant();
        while (!atHand.isEmpty() && late(atHand.getFirst(), now)) {
            atHand.removeFirst();
        }
        commands.stream().filter(this::maySlip).forEach(atHand::addLast);
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
        List<GatewayCommand> commands =
                taken.stream().flatMap(parcel -> parcel.commands().stream()).toList();
        sendAll(session, producer, commands);
        session.commit();
        keepAtHand(commands);
        for (Parcel parcel : taken) {
            sentPosition.accumulateAndGet(parcel.upTo(), Math::max);
            parcel.sent().run();
        }
    }

    /** In the order in which it was said: what is treated otherwise begins another message. */
    private void sendAll(JMSContext session, JMSProducer producer, Collection<GatewayCommand> commands)
            throws NamingException {
        Map<String, Breath> last = new HashMap<>();
        List<Breath> all = new ArrayList<>();
        for (GatewayCommand command : commands) {
            String gateway = command.head().gateway();
            How how = How.of(command);
            Breath breath = last.get(gateway);
            if (breath == null || !breath.takes(how)) {
                breath = new Breath(gateway, how, new ArrayList<>());
                last.put(gateway, breath);
                all.add(breath);
            }
            breath.commands().add(command);
        }
        for (Breath breath : all) {
            breath.how().tell(producer);
            String text = Wire.write(new CommandBatch(Wire.VERSION, breath.gateway(), breath.commands()));
            producer.send(queue(breath.gateway()), session.createTextMessage(text));
        }
    }

    private Queue queue(String gateway) throws NamingException {
        Queue queue = queues.get(gateway);
        if (queue == null) {
            queue = names.named(gateway);
            queues.put(gateway, queue);
        }
        return queue;
    }
}

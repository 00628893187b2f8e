package org.fairlead.gateway.asterisk;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.fairlead.gateway.engine.EngineRefused;
import org.fairlead.gateway.simulator.CallRecord;
import org.fairlead.gateway.simulator.CallRecord.Direction;
import org.fairlead.gateway.simulator.CallRecords;
import org.fairlead.gateway.simulator.CustomerSide;
import org.fairlead.gateway.simulator.Customers;
import org.fairlead.gateway.simulator.InboundCall;
import org.fairlead.gateway.simulator.SimulatorFigures;
import org.fairlead.gateway.time.Timeline;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayEvent;

/**
 * The customers of one site when there is no carrier: an Asterisk of their own, from which they call over SIP and on
 * which they are called. They behave as the simulator's do, with voices.
 */
public final class StandInCarrier implements CustomerSide, AutoCloseable {

    /**
     * How it is reached.
     *
     * @param sounds where the customers' voices lie
     */
    public record Settings(String host, int port, String user, String password, Path sounds) {
        /** A secret never shows. */
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    private final String gateway;
    private final Timeline timeline;
    private final Customers customers;
    private final Supplier<UUID> ids;
    private final Sounds sounds;
    private final AriLink ari;
    private final Switchboard board;
    private final Map<UUID, StandInCustomer> live = new LinkedHashMap<>();
    private final CallRecords records = new CallRecords();

    public StandInCarrier(
            Settings settings, String gateway, Timeline timeline, Customers customers, Supplier<UUID> ids) {
        this.gateway = gateway;
        this.timeline = timeline;
        this.customers = customers;
        this.ids = ids;
        sounds = new Sounds(settings.sounds(), List.of());
        String application = "carrier-" + gateway;
        ari = new AriLink(
                settings.host(),
                settings.port(),
                settings.user(),
                settings.password(),
                application,
                timeline,
                new Hearing());
        board = new Switchboard(ari::send, application, timeline.now().getEpochSecond());
    }

    public void start() {
        ari.start();
    }

    @Override
    public UUID ring(InboundCall inbound) {
        UUID id = ids.get();
        records.began(Direction.INBOUND);
        StandInCustomer customer = StandInCustomer.calling(world, id, inbound);
        live.put(id, customer);
        customer.call(inbound);
        return id;
    }

    @Override
    public void customerHangsUp(UUID call) throws EngineRefused {
        StandInCustomer customer = live.get(call);
        if (customer == null) {
            throw new EngineRefused(EngineRefused.Reason.UNKNOWN_CALL, "no such call lives here");
        }
        customer.hangUp();
    }

    /** What the site's gateway says: the customer hears an agent, which no telephone network would tell. */
    public void heard(GatewayEvent event) {
        StandInCustomer customer = live.get(event.head().call());
        if (customer != null && event instanceof GatewayEvent.Connected connected) {
            customer.meets(connected.agent());
        } else if (customer != null && event instanceof GatewayEvent.KeysCollected) {
            customer.wasAsked();
        }
    }

    /** What the site's gateway is told to say: the customer hears a question, or that a message may be left. */
    public void told(GatewayCommand command) {
        StandInCustomer customer = live.get(command.head().call());
        if (customer != null && command instanceof GatewayCommand.CollectKeys question) {
            customer.isAsked(question.most());
        } else if (customer != null && command instanceof GatewayCommand.TakeMessage) {
            customer.leavesMessage();
        }
    }

    @Override
    public List<CallRecord> calls() {
        List<CallRecord> all = new ArrayList<>(records.ended());
        live.values().forEach(each -> all.add(each.record()));
        return all;
    }

    @Override
    public List<CallRecord> callsLiveNow() {
        return live.values().stream().map(StandInCustomer::record).toList();
    }

    @Override
    public SimulatorFigures figures() {
        return new SimulatorFigures(
                records.begun(Direction.INBOUND), records.begun(Direction.OUTBOUND), live.size(), records.outcomes());
    }

    @Override
    public void close() {
        ari.close();
    }

    private void called(JsonNode event, List<String> arguments) {
        String channel = event.path("channel").path("id").asText();
        UUID id;
        try {
            id = UUID.fromString(arguments.get(2));
        } catch (IllegalArgumentException e) {
            id = ids.get();
        }
        records.began(Direction.OUTBOUND);
        String from = event.path("channel").path("caller").path("number").asText();
        String dialled = arguments.get(1);
        StandInCustomer customer =
                StandInCustomer.called(world, id, dialled, from, channel, customers.answering(dialled));
        live.put(id, customer);
        if (arguments.get(2).isEmpty()) {
            customer.isColleague();
        }
        customer.react();
    }

    private final class Hearing implements AriLink.Listener {
        @Override
        public void up() {
            // Calls of an earlier process speak on; nobody counts them.
        }

        @Override
        public void down() {
            // Its calls live on.
        }

        @Override
        public void replaced() {
            // Another process plays these customers now.
        }

        @Override
        public void event(String type, JsonNode event) {
            List<String> arguments = Switchboard.arguments(event);
            if (!board.event(type, event)
                    && type.equals("StasisStart")
                    && arguments.size() > 2
                    && arguments.get(0).equals("dialled")) {
                called(event, arguments);
            }
        }
    }

    private final StandInCustomer.World world = new StandInCustomer.World() {
        @Override
        public String gateway() {
            return gateway;
        }

        @Override
        public Timeline timeline() {
            return timeline;
        }

        @Override
        public Switchboard board() {
            return board;
        }

        @Override
        public String voice(String name, String number) {
            String language = number.startsWith("+39")
                    ? "it"
                    : number.startsWith("+90") ? "tr" : number.startsWith("+7") ? "ru" : "en";
            return sounds.prompt("demo-" + name, language);
        }

        @Override
        public void over(StandInCustomer customer) {
            if (live.remove(customer.id(), customer)) {
                records.ended(customer.record());
            }
        }
    };
}

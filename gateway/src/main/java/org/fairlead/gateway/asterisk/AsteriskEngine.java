package org.fairlead.gateway.asterisk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fairlead.gateway.engine.EngineListener;
import org.fairlead.gateway.engine.EngineRefused;
import org.fairlead.gateway.engine.EngineUnavailable;
import org.fairlead.gateway.engine.TelephonyEngine;
import org.fairlead.gateway.time.Timeline;
import org.fairlead.jms.GatewayCommand.TransferKind;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.MonitorMode;
import org.fairlead.jms.GatewayEvent.RecordingState;
import org.jspecify.annotations.Nullable;

/** An Asterisk as the site's telephony engine. Its calls live on when this process does not. */
public final class AsteriskEngine implements TelephonyEngine {

    /** Well within the lifetime that the engine's {@code sorcery.conf} gives to passwords. */
    private static final Duration REMIND = Duration.ofMinutes(30);

    private static final int DIALLED_KEPT = 10_000;
    private static final String TONE = "beep";

    private final AsteriskSettings settings;
    private final Timeline timeline;
    private final Supplier<UUID> ids;
    private final Sounds sounds;
    private final AriLink ari;
    private final Switchboard board;
    private final AgentLegs agents;
    private final Telephones telephones;
    private final Messages messages;
    private final Trunk trunk;
    private final ExecutorService speaker;
    private final Map<UUID, AsteriskCall> calls = new LinkedHashMap<>();
    private final Map<UUID, Boolean> dialled = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > DIALLED_KEPT;
        }
    };
    private EngineListener listener = (call, event) -> {};
    private boolean reconciled;
    private String version = "";

    public AsteriskEngine(AsteriskSettings settings, Timeline timeline, Supplier<UUID> ids) {
        this.settings = settings;
        this.timeline = timeline;
        this.ids = ids;
        sounds = new Sounds(settings.sounds(), settings.speech());
        ari = new AriLink(
                settings.host(),
                settings.port(),
                settings.user(),
                settings.password(),
                settings.application(),
                timeline,
                new Hearing());
        board = new Switchboard(
                ari::send, settings.application(), timeline.now().getEpochSecond());
        telephones = new Telephones(settings, board, timeline);
        agents = telephones.legs();
        trunk = new Trunk(ari, settings);
        messages = new Messages(ari, timeline, (call, audio) -> listener.recorded(call, audio));
        speaker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "speaker-" + settings.application());
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void start(EngineListener wanted) {
        listener = wanted;
        ari.start();
        timeline.after(REMIND, this::remind);
    }

    private void remind() {
        telephones.remind();
        trunk.remind();
        timeline.after(REMIND, this::remind);
    }

    /** Whether the engine can be commanded now. */
    public boolean up() {
        return reconciled && ari.up();
    }

    @Override
    public void dial(UUID id, DialOrder order) throws EngineRefused, EngineUnavailable {
        requireUp();
        if (calls.containsKey(id) || dialled.containsKey(id)) {
            throw new EngineRefused(EngineRefused.Reason.ILLEGAL_NOW, "this call was dialled before");
        }
        dialled.put(id, true);
        AsteriskCall call = AsteriskCall.outbound(world, id);
        calls.put(id, call);
        call.dial(order);
    }

    @Override
    public void connect(UUID call, String agent, String whisper) throws EngineRefused, EngineUnavailable {
        call(call).connect(agent, whisper);
    }

    @Override
    public void ringNumber(UUID call, NumberOrder order) throws EngineRefused, EngineUnavailable {
        call(call).ringNumber(order);
    }

    @Override
    public void hold(UUID call) throws EngineRefused, EngineUnavailable {
        call(call).hold();
    }

    @Override
    public void resume(UUID call) throws EngineRefused, EngineUnavailable {
        call(call).resume();
    }

    @Override
    public void mute(UUID call, boolean on) throws EngineRefused, EngineUnavailable {
        call(call).mute(on);
    }

    @Override
    public void transfer(UUID call, TransferKind kind, String target) throws EngineRefused, EngineUnavailable {
        call(call).transfer(kind, target);
    }

    @Override
    public void play(UUID call, String prompt, String language, boolean repeat)
            throws EngineRefused, EngineUnavailable {
        call(call).play(prompt, language, repeat);
    }

    @Override
    public void collectKeys(UUID call, KeysOrder order) throws EngineRefused, EngineUnavailable {
        call(call).collectKeys(order);
    }

    @Override
    public void takeMessage(UUID call, MessageOrder order) throws EngineRefused, EngineUnavailable {
        call(call).takeMessage(order);
    }

    @Override
    public void collectMessage(UUID call) {
        messages.collect(call, false);
    }

    @Override
    public void sendKeys(UUID call, String keys) throws EngineRefused, EngineUnavailable {
        call(call).sendKeys(keys);
    }

    @Override
    public void record(UUID call, RecordingState wanted) throws EngineRefused, EngineUnavailable {
        call(call).record(wanted);
    }

    @Override
    public void hangUp(UUID call) throws EngineRefused, EngineUnavailable {
        call(call).hangUp();
    }

    @Override
    public void openLine(String agent, String password, Instant until) throws EngineRefused {
        telephones.open(agent, password, until);
    }

    @Override
    public void closeLine(String agent) {
        telephones.close(agent);
    }

    @Override
    public void telephone(String owner, String account, String digest) throws EngineRefused {
        telephones.set(owner, account, digest);
    }

    @Override
    public void useTelephone(String agent, String account, boolean autoAnswer, Instant until) {
        telephones.use(agent, account, autoAnswer, until);
    }

    @Override
    public void voice(boolean opus, boolean keepLegs) {
        telephones.voice(opus, keepLegs);
    }

    @Override
    public void monitor(UUID call, String supervisor, MonitorMode mode) throws EngineRefused, EngineUnavailable {
        call(call).monitor(supervisor, mode);
    }

    @Override
    public void trunk(TrunkOrder order) {
        trunk.set(order);
    }

    /** Asked of the engine meanwhile, for whoever asks next. */
    @Override
    public Facts facts() {
        trunk.look();
        return new Facts("asterisk", version, up(), trunk.name(), up() ? trunk.state() : "");
    }

    @Override
    public Set<UUID> liveCalls() throws EngineUnavailable {
        requireUp();
        return Set.copyOf(calls.keySet());
    }

    @Override
    public void close() {
        ari.close();
        speaker.shutdownNow();
    }

    private AsteriskCall call(UUID id) throws EngineRefused, EngineUnavailable {
        requireUp();
        AsteriskCall call = calls.get(id);
        if (call == null) {
            throw new EngineRefused(EngineRefused.Reason.UNKNOWN_CALL, "no such call lives here");
        }
        return call;
    }

    private void requireUp() throws EngineUnavailable {
        if (!up()) {
            throw new EngineUnavailable("no connection to " + settings.host() + ":" + settings.port());
        }
    }

    private void offered(JsonNode event, List<String> arguments) {
        JsonNode channel = event.path("channel");
        UUID id = arguments.size() > 2 ? idOr(arguments.get(2)) : ids.get();
        AsteriskCall call = AsteriskCall.inbound(world, id, channel.path("id").asText());
        calls.put(id, call);
        String dialledNumber = Numbers.dialled(arguments.get(1));
        String from = Numbers.caller(channel.path("caller").path("number").asText());
        listener.happened(id, head -> new GatewayEvent.CallOffered(head, dialledNumber, from));
    }

    /** The stand-in carrier knows the call's id; nobody else may choose one that is taken. */
    private UUID idOr(String given) {
        try {
            UUID id = UUID.fromString(given);
            return calls.containsKey(id) || dialled.containsKey(id) ? ids.get() : id;
        } catch (IllegalArgumentException e) {
            return ids.get();
        }
    }

    /** What lives in the engine and what lives here are made one, before anything is commanded. */
    private void reconcile() {
        ari.send(AriRequest.get("channels"), channels -> {
            if (channels.done()) {
                ari.send(AriRequest.get("bridges"), bridges -> {
                    if (bridges.done()) {
                        reconciled(channels.body(), bridges.body());
                    }
                });
            }
        });
    }

    private void reconciled(JsonNode channels, JsonNode bridges) {
        Set<String> there = new HashSet<>();
        channels.forEach(channel -> there.add(channel.path("id").asText()));
        new Found(world, board, agents).adopt(channels, bridges, calls);
        board.reconcile(there);
        for (JsonNode channel : channels) {
            board.seen(channel);
        }
        reconciled = true;
        telephones.again();
        trunk.again();
        trunk.look();
        ari.send(AriRequest.get("asterisk/info").with("only", "system"), answer -> {
            if (answer.done()) {
                version = answer.body().path("system").path("version").asText();
            }
        });
        listener.reachable();
    }

    /** What the engine says. */
    private final class Hearing implements AriLink.Listener {
        @Override
        public void up() {
            reconcile();
        }

        @Override
        public void down() {
            reconciled = false;
        }

        @Override
        public void replaced() {
            reconciled = false;
        }

        @Override
        public void event(String type, JsonNode event) {
            if (board.event(type, event) || !type.equals("StasisStart")) {
                return;
            }
            List<String> arguments = Switchboard.arguments(event);
            if (arguments.size() > 1 && arguments.get(0).equals("inbound")) {
                offered(event, arguments);
            }
        }
    }

    private final CallWorld world = new CallWorld() {
        @Override
        public Switchboard board() {
            return board;
        }

        @Override
        public AgentLegs agents() {
            return agents;
        }

        @Override
        public Announcer announcer(Leg customer) {
            return new Announcer(timeline, customer, sounds, speaker);
        }

        @Override
        public void whisper(String text, Consumer<@Nullable String> then) {
            speaker.execute(() -> {
                // who cannot be told the call type hears at least that somebody comes
                String media = sounds.spoken(text, "en").orElseGet(() -> sounds.prompt(TONE, "en"));
                timeline.execute(() -> then.accept(media));
            });
        }

        @Override
        public String trunk(String number) {
            return trunk.endpoint(number);
        }

        @Override
        public Map<String, String> dialVariables(UUID call, String callerId) {
            Map<String, String> variables = new HashMap<>();
            variables.put("FAIRLEAD_CALL", call.toString());
            variables.put("FAIRLEAD_ROLE", "customer");
            variables.put("CONNECTEDLINE(num-pres)", "allowed");
            variables.put("CONNECTEDLINE(num,i)", callerId);
            if (trunk.standIn()) {
                variables.put("PJSIP_HEADER(add,X-Fairlead-Call)", call.toString());
            }
            return variables;
        }

        @Override
        public List<String> agentEndpoints(String agent) {
            return telephones.transferred(agent);
        }

        @Override
        public Messages messages() {
            return messages;
        }

        @Override
        public void tell(UUID call, Function<GatewayEvent.Head, GatewayEvent> event) {
            listener.happened(call, event);
        }

        @Override
        public void over(AsteriskCall call) {
            calls.remove(call.id(), call);
        }
    };
}

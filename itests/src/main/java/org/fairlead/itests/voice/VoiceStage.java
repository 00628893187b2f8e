package org.fairlead.itests.voice;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fairlead.itests.stack.Await;
import org.fairlead.itests.stack.OwnStack;
import org.fairlead.itests.voice.Sipp.Role;
import org.fairlead.launcher.parts.Part;
import org.fairlead.launcher.telephony.TelephonyPrograms;
import org.jspecify.annotations.Nullable;

/** Everything that a call goes through, on one machine: a whole stack, one Asterisk, agents at desks, sipp around it. */
final class VoiceStage implements AutoCloseable {

    /** A number of the client's whose queue the agents serve. */
    static final String OURS = "+390280001001";

    private static final String QUEUE = "lumen-billing";
    private static final int CALLERS_PORT = 5_070;
    private static final int AGENTS_PORT = 5_080;
    private static final int CALLERS_MEDIA = 40_000;
    private static final int AGENTS_MEDIA = 50_000;
    private static final Duration READY = Duration.ofSeconds(60);

    private final OwnStack own;
    private final TelephonyPrograms programs;
    private final BenchEngine.Place place;
    private final BenchEngine engine;
    private final BenchAgents agents;
    private final int sip;
    private final int crew;

    /** @param codecs that the agents' telephones are offered */
    VoiceStage(Path checkout, int base, int crew, String codecs) throws Exception {
        this.crew = crew;
        sip = base + 60;
        int ari = base + 61;
        String password = UUID.randomUUID().toString();
        Set<Part> parts = EnumSet.copyOf(Part.usual());
        parts.add(Part.CARRIER);
        own = OwnStack.start(checkout, base, parts, state -> telephony(state, ari, password));
        programs = new TelephonyPrograms(checkout.resolve(".fairlead/dist/telephony"));
        List<String> logins = BenchAgents.logins(crew);
        agents = new BenchAgents(own.stack(), logins);
        place = new BenchEngine.Place(
                own.stack().state().resolve("bench-engine"), sounds(), sip, ari, password, AGENTS_PORT, codecs);
        try {
            engine = new BenchEngine(programs, place, logins);
        } catch (IOException | RuntimeException e) {
            own.close();
            throw e;
        }
    }

    /** Everybody logs in and is ready; who calls this closes the stage whatever comes of it. */
    void begin() throws Exception {
        queueWithoutPauses();
        agents.begin(QUEUE);
        Await.until("all agents are ready", READY, () -> agents.available() == crew);
    }

    /** One site has this Asterisk; the others have none, and no carrier is played. */
    private static String telephony(Path state, int ari, String password) {
        List<String> lines = new ArrayList<>();
        for (String site : List.of("izmir", "tirana")) {
            lines.add(site + ".asterisk.host=" + BenchEngine.ADDRESS);
            lines.add(site + ".asterisk.port=" + ari);
            lines.add(site + ".asterisk.user=" + BenchEngine.ACCOUNT);
            lines.add(site + ".asterisk.password=" + password);
            lines.add(site + ".asterisk.sounds=" + state.resolve("telephony/sounds"));
        }
        lines.add("manila.trunk.host=" + BenchEngine.CALLERS);
        return String.join("\n", lines);
    }

    /** As the peer's queue: no words before the wait, no name whispered, no rest after a call, nobody asked first. */
    private void queueWithoutPauses() throws SQLException, IOException {
        try (Connection engineRole = own.stack().engine();
                Statement change = engineRole.createStatement()) {
            change.executeUpdate("update queue set greeting = null, wrap_up_seconds = 0, routing = routing"
                    + " || '{\"answering\": {\"auto\": true, \"forwards\": false}}'"
                    + " where client_id = 1 and code = '" + QUEUE + "'");
            change.executeUpdate(
                    "update dialled_number set label = '' where client_id = 1 and number = '" + OURS + "'");
        }
    }

    OwnStack own() {
        return own;
    }

    BenchEngine engine() {
        return engine;
    }

    Path sounds() {
        return own.stack().state().resolve("telephony/sounds");
    }

    /** How many customers talk with an agent. */
    int talking() throws SQLException, IOException {
        try (Connection engineRole = own.stack().engine();
                Statement select = engineRole.createStatement();
                ResultSet row = select.executeQuery("select count(*) from contact where state = 'CONNECTED'")) {
            row.next();
            return row.getInt(1);
        }
    }

    void everybodyIsFree() {
        Await.until("all agents are ready again", READY, () -> agents.available() == crew);
    }

    /** The agents' telephones. */
    Sipp agents(String run, Duration talk, @Nullable Path sound) throws IOException {
        return new Sipp(
                programs,
                folder(run),
                new Role("agents", BenchEngine.AGENTS, AGENTS_PORT, AGENTS_MEDIA, sound, talk),
                List.of());
    }

    /** The same telephones, when they speak Opus. */
    OpusTelephones opusTelephones() throws IOException {
        return new OpusTelephones(programs, folder("opus-telephones"), place);
    }

    /**
     * Customers who call.
     *
     * @param number whom
     * @param perSecond how many a second
     * @param most how many at once
     */
    Sipp callers(String run, String number, int perSecond, int most, @Nullable Path sound) throws IOException {
        return new Sipp(
                programs,
                folder(run),
                new Role("callers", BenchEngine.CALLERS, CALLERS_PORT, CALLERS_MEDIA, sound, Duration.ZERO),
                List.of(
                        "-s",
                        number,
                        "-r",
                        Integer.toString(perSecond),
                        "-l",
                        Integer.toString(most),
                        BenchEngine.ADDRESS + ":" + sip));
    }

    private Path folder(String run) {
        return own.stack().state().resolve("bench-" + run);
    }

    @Override
    public void close() throws IOException {
        agents.close();
        engine.close();
        own.close();
    }
}

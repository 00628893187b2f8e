package org.fairlead.gateway;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fairlead.gateway.asterisk.AsteriskSettings;
import org.fairlead.gateway.asterisk.StandInCarrier;
import org.fairlead.gateway.link.LinkSettings;
import org.jspecify.annotations.Nullable;

/**
 * What the process is started with, from a properties file:
 *
 * <ul>
 *   <li>{@code broker.host}, {@code broker.port}; {@code broker.others} where it may be instead ({@code host:port},
 *       with commas); {@code broker.prefix} of the queues' names ({@code jms.queue.})
 *   <li>{@code gateways}: their names, with commas; {@code secret.NAME} of each
 *   <li>{@code control.port}, {@code control.secret}: both or neither
 *   <li>{@code engine=asterisk}, and of each gateway {@code asterisk.NAME.host}, {@code .port}, {@code .user}, {@code
 *       .password}, {@code .trunk} and {@code .agent} (patterns of endpoints), {@code .sounds}, {@code .keep-legs}, {@code .opus},
 *       {@code .speech} (a command, its words parted by tabs), {@code .stand-in}
 *   <li>{@code carrier.host}, {@code .port}, {@code .user}, {@code .password}, {@code .sounds}: the stand-in carrier
 *   <li>or {@code engine=simulator}; {@code seed} of its customers, {@code simulator.haste} how many times
 *       faster than life they are (1), {@code simulator.by-last-digit} (false)
 *   <li>{@code store}: a folder for what must outlive the process
 *   <li>{@code log.level}: INFO, or FINE to see each event and command
 * </ul>
 *
 * @param control null when nobody may control the simulator or the stand-in carrier
 * @param asterisk by gateway; empty with the simulator
 * @param store the folder in which gateways remember over their process's end; null for none
 * @param carrier null when the carrier is a real one
 */
public record GatewaySettings(
        List<LinkSettings> links,
        @Nullable Control control,
        String engine,
        long seed,
        double haste,
        boolean byLastDigit,
        Map<String, AsteriskSettings> asterisk,
        StandInCarrier.@Nullable Settings carrier,
        @Nullable Path store,
        String logLevel) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final Pattern PLACE = Pattern.compile("[A-Za-z0-9.-]+:[0-9]{1,5}");
    private static final String SIMULATOR = "simulator";
    private static final String ASTERISK = "asterisk";

    /** The door for tests and demonstrations. Port 0 takes any free one. */
    public record Control(int port, String secret) {
        /** A secret never shows. */
        @Override
        public String toString() {
            return "127.0.0.1:" + port;
        }
    }

    /** Settings that cannot be used; the message lists all that is wrong with them. */
    public static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String reason) {
            super(reason);
        }
    }

    public static GatewaySettings read(Path file) throws IOException, Wrong {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return of(properties);
    }

    static GatewaySettings of(Properties properties) throws Wrong {
        return new Reading(properties).settings();
    }

    /** Collects all complaints before it gives up, so that one look is enough. */
    private static final class Reading {
        private final Properties given;
        private final List<String> wrong = new ArrayList<>();

        Reading(Properties given) {
            this.given = given;
        }

        GatewaySettings settings() throws Wrong {
            String host = text("broker.host");
            int port = (int) number("broker.port", null);
            String prefix = given.getProperty("broker.prefix", LinkSettings.WILDFLY);
            List<String> others = places(given.getProperty("broker.others", ""));
            List<LinkSettings> links = new ArrayList<>();
            for (String name : names(text("gateways"))) {
                links.add(new LinkSettings(name, text("secret." + name), host, port, prefix, others));
            }
            String engine = given.getProperty("engine", SIMULATOR);
            Map<String, AsteriskSettings> asterisk = new LinkedHashMap<>();
            if (engine.equals(ASTERISK)) {
                links.forEach(link -> asterisk.put(link.gateway(), asterisk(link.gateway())));
            } else if (!engine.equals(SIMULATOR)) {
                wrong.add("engine " + engine + " is not known, only " + SIMULATOR + " and " + ASTERISK);
            }
            double haste = number("simulator.haste", "1");
            if (haste <= 0) {
                wrong.add("simulator.haste must be above zero");
            }
            GatewaySettings settings = new GatewaySettings(
                    List.copyOf(links),
                    control(),
                    engine,
                    (long) number("seed", "1"),
                    haste,
                    Boolean.parseBoolean(given.getProperty("simulator.by-last-digit", "false")),
                    asterisk,
                    carrier(),
                    given.getProperty("store") == null ? null : Path.of(text("store")),
                    given.getProperty("log.level", "INFO"));
            if (!wrong.isEmpty()) {
                throw new Wrong(String.join("; ", wrong));
            }
            return settings;
        }

        private AsteriskSettings asterisk(String gateway) {
            String own = "asterisk." + gateway + ".";
            return new AsteriskSettings(
                    text(own + "host"),
                    (int) number(own + "port", null),
                    text(own + "user"),
                    text(own + "password"),
                    "fairlead-" + gateway,
                    text(own + "trunk"),
                    List.of(text(own + "agent").split(",")),
                    Path.of(text(own + "sounds")),
                    Boolean.parseBoolean(given.getProperty(own + "keep-legs", "false")),
                    Boolean.parseBoolean(given.getProperty(own + "opus", "false")),
                    Stream.of(given.getProperty(own + "speech", "").split("\t"))
                            .filter(word -> !word.isBlank())
                            .toList(),
                    Boolean.parseBoolean(given.getProperty(own + "stand-in", "false")));
        }

        private StandInCarrier.@Nullable Settings carrier() {
            if (given.getProperty("carrier.host") == null) {
                return null;
            }
            return new StandInCarrier.Settings(
                    text("carrier.host"),
                    (int) number("carrier.port", null),
                    text("carrier.user"),
                    text("carrier.password"),
                    Path.of(text("carrier.sounds")));
        }

        private @Nullable Control control() {
            if (given.getProperty("control.port") == null) {
                return null;
            }
            return new Control((int) number("control.port", null), text("control.secret"));
        }

        private List<String> names(String list) {
            List<String> names =
                    Stream.of(list.split(",")).map(String::strip).distinct().toList();
            for (String name : names) {
                if (!NAME.matcher(name).matches()) {
                    wrong.add("gateways: \"" + name + "\" is not a name of small letters, digits and hyphens");
                }
            }
            return names;
        }

        private List<String> places(String list) {
            List<String> places = Stream.of(list.split(","))
                    .map(String::strip)
                    .filter(place -> !place.isEmpty())
                    .toList();
            for (String place : places) {
                if (!PLACE.matcher(place).matches()) {
                    wrong.add("broker.others: \"" + place + "\" is not a host and a port");
                }
            }
            return places;
        }

        private String text(String key) {
            String value = given.getProperty(key, "").strip();
            if (value.isEmpty()) {
                wrong.add(key + " is missing");
            }
            return value;
        }

        private double number(String key, @Nullable String usual) {
            String value =
                    usual == null ? text(key) : given.getProperty(key, usual).strip();
            try {
                return value.isEmpty() ? 0 : Double.parseDouble(value);
            } catch (NumberFormatException e) {
                wrong.add(key + " is not a number: " + value);
                return 0;
            }
        }
    }
}

package org.fairlead.launcher.telephony;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.fairlead.launcher.state.Ports;
import org.fairlead.launcher.state.StartFailure;
import org.fairlead.launcher.state.Words;
import org.jspecify.annotations.Nullable;

/**
 * The telephony of one demo site: an instance on this machine with an address of its own, or one that somebody else
 * runs. Read from {@code telephony.properties} in the state folder, where a site may have
 *
 * <ul>
 *   <li>{@code SITE.trunk.host} (with {@code :port}), {@code .user}, {@code .password}: an account with a SIP carrier, in
 *       place of the stand-in
 *   <li>{@code SITE.asterisk.host}, {@code .port}, {@code .user}, {@code .password}: an Asterisk 22 that runs already,
 *       with {@code .sounds} (where its prompts lie), {@code .trunk} and {@code .agent}, the patterns of its endpoints
 *   <li>{@code SITE.certificate} and {@code SITE.key}: files with which the instance here speaks TLS to browsers, in place
 *       of a certificate that vouches for nobody; {@code SITE.wss=true}: browsers use that way even where the console is
 *       not encrypted itself
 *   <li>{@code SITE.telephones}: host and port at which desk telephones reach its engine
 *   <li>{@code SITE.voice}: the {@code ws://} or {@code wss://} address at which agents' browsers reach its engine
 * </ul>
 *
 * @param gateway the site's gateway
 * @param address the loopback address of its own
 * @param given what the file says about it
 */
public record SiteTelephony(String gateway, String address, Properties given) {

    /** The stand-in carrier's address. */
    public static final String CARRIER = "127.9.0.1";

    private static final List<String> SITES = List.of("manila", "izmir", "tirana");

    /** All sites, as the file has them; there need be none. */
    public static List<SiteTelephony> read(Path file) throws IOException {
        Properties all = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                all.load(reader);
            }
        }
        List<SiteTelephony> sites = new ArrayList<>();
        for (String gateway : SITES) {
            Properties own = new Properties();
            for (String key : all.stringPropertyNames()) {
                if (key.startsWith(gateway + ".")) {
                    own.setProperty(
                            key.substring(gateway.length() + 1),
                            all.getProperty(key).strip());
                }
            }
            sites.add(new SiteTelephony(gateway, "127.9." + (sites.size() + 1) + ".1", own));
        }
        return sites;
    }

    /** Whether an instance of it is to run here. */
    public boolean runsHere() {
        return given.getProperty("asterisk.host") == null;
    }

    /** Whether the stand-in is its carrier. */
    public boolean standIn() {
        return runsHere() && given.getProperty("trunk.host") == null;
    }

    /** Where agents' browsers reach its engine: {@code SITE.voice}, or the instance here; null where none can. */
    public @Nullable String voice(Ports ports) {
        String plain = runsHere() ? "ws://" + address + ":" + ports.ari() + "/ws" : null;
        String own = Boolean.parseBoolean(given.getProperty("wss", "false")) ? secureHere(ports) : plain;
        return given.getProperty("voice", own);
    }

    /** The same for a console that is encrypted, from which browsers reach nothing else. */
    public @Nullable String secureVoice(Ports ports) {
        String voice = given.getProperty("voice", "");
        return voice.startsWith("wss:") ? voice : voice.isEmpty() ? secureHere(ports) : null;
    }

    /** Where desk telephones reach its engine: {@code SITE.telephones}, or the instance here; null where none can. */
    public @Nullable String telephones(Ports ports) {
        return given.getProperty("telephones", runsHere() ? address + ":" + ports.sip() : null);
    }

    private @Nullable String secureHere(Ports ports) {
        return runsHere() ? "wss://" + address + ":" + ports.wss() + "/ws" : null;
    }

    public @Nullable String of(String key) {
        return given.getProperty(key);
    }

    /** @throws StartFailure that names what is missing */
    public String require(String key) throws StartFailure {
        String value = given.getProperty(key, "");
        if (value.isEmpty()) {
            throw new StartFailure(
                    Words.of("telephony.incomplete", gateway + "." + key), Words.of("telephony.incomplete.advice"));
        }
        return value;
    }

    /** What this site is called in the configuration of the others. */
    public String asOther() {
        return "site-" + gateway;
    }

    /** An agent is rung here, else at the site where their browser is, and at a telephone of the stand-in's in the end. */
    private String agents(List<SiteTelephony> all) {
        List<String> ways = new ArrayList<>(List.of("PJSIP/{agent}"));
        all.stream()
                .filter(each -> each.runsHere() && !each.equals(this))
                .forEach(each -> ways.add("PJSIP/{agent}@" + each.asOther()));
        if (standIn()) {
            ways.add("PJSIP/{agent}@trunk");
        }
        return String.join(",", ways);
    }

    /**
     * What the gateway must know to drive it.
     *
     * @param all sites; agents of one take calls that came to another
     */
    public List<String> gatewayLines(
            Ports ports, String secret, TelephonyPrograms programs, Prompts prompts, List<SiteTelephony> all)
            throws StartFailure {
        List<String> lines = new ArrayList<>();
        if (runsHere()) {
            add(lines, "host", address);
            add(lines, "port", Integer.toString(ports.ari()));
            add(lines, "user", "fairlead");
            add(lines, "password", secret);
            add(lines, "sounds", prompts.folder().toString());
            add(lines, "stand-in", Boolean.toString(standIn()));
            add(lines, "speech", String.join("\\t", programs.speak("{voice}", Path.of("{file}"))));
            add(lines, "agent", agents(all));
        } else {
            add(lines, "host", require("asterisk.host"));
            add(lines, "port", given.getProperty("asterisk.port", "8088"));
            add(lines, "user", require("asterisk.user"));
            add(lines, "password", require("asterisk.password"));
            add(lines, "sounds", require("asterisk.sounds"));
            add(lines, "agent", given.getProperty("asterisk.agent", "PJSIP/{agent}"));
        }
        add(lines, "keep-legs", given.getProperty("keep-legs", "false"));
        add(lines, "trunk", given.getProperty("asterisk.trunk", "PJSIP/{number}@trunk"));
        return lines;
    }

    private void add(List<String> lines, String key, String value) {
        lines.add("asterisk." + gateway + "." + key + "=" + value);
    }
}

package org.fairlead.launcher.parts;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.fairlead.launcher.state.Ports;
import org.fairlead.launcher.state.Secrets;
import org.fairlead.launcher.state.StartFailure;
import org.fairlead.launcher.state.StateFolder;
import org.fairlead.launcher.state.Words;
import org.fairlead.launcher.telephony.AsteriskHome;
import org.fairlead.launcher.telephony.OwnCertificate;
import org.fairlead.launcher.telephony.Prompts;
import org.fairlead.launcher.telephony.SiteTelephony;
import org.fairlead.launcher.telephony.TelephonyPrograms;
import org.jspecify.annotations.Nullable;

/** An Asterisk for each demo site, each on a loopback address of its own, and one that stands in for the carrier. */
public final class TelephonyPart {

    private static final int START_SECONDS = 30;

    /** The control is there, and wants credentials; before, it is not found. */
    private static final int ASKS_WHO = 401;

    private final StateFolder state;
    private final Ports ports;
    private final Secrets secrets;
    private @Nullable TelephonyPrograms programs;

    public TelephonyPart(StateFolder state, Ports ports, Secrets secrets) {
        this.state = state;
        this.ports = ports;
        this.secrets = secrets;
    }

    /** What the sites' file says. */
    public List<SiteTelephony> sites() throws IOException {
        return SiteTelephony.read(state.path().resolve("telephony.properties"));
    }

    /** Fetches the programs if they are not there, and makes the prompts that are missing. */
    public void prepare() throws IOException, InterruptedException, StartFailure {
        if (sites().stream().anyMatch(SiteTelephony::runsHere)) {
            programs = TelephonyPrograms.in(state.dist(), state.log().resolve("telephony-fetch.log"));
            prompts().make();
        }
    }

    /** What the gateway's settings say about the engines. */
    public String gatewayLines() throws IOException, StartFailure {
        StringBuilder text = new StringBuilder("engine=asterisk\n");
        for (SiteTelephony site : sites()) {
            for (String line : site.gatewayLines(ports, secrets.of("telephony"), unpacked(), prompts(), sites())) {
                text.append(line).append('\n');
            }
        }
        if (sites().stream().anyMatch(SiteTelephony::standIn)) {
            text.append("carrier.host=").append(SiteTelephony.CARRIER).append('\n');
            text.append("carrier.port=").append(ports.ari()).append('\n');
            text.append("carrier.user=fairlead\n");
            text.append("carrier.sounds=").append(prompts().folder()).append('\n');
            text.append("carrier.password=").append(secrets.of("telephony")).append('\n');
        }
        return text.toString();
    }

    /** Starts the instances that are to run here; one that runs already is left alone. */
    public void start(Part part, Started started) throws IOException, InterruptedException, StartFailure {
        if (part == Part.CARRIER) {
            if (sites().stream().anyMatch(SiteTelephony::standIn)) {
                start(part, "carrier", SiteTelephony.CARRIER, carrier(), started);
            }
            return;
        }
        for (SiteTelephony site : sites()) {
            if (part.label().equals("telephony-" + site.gateway()) && site.runsHere()) {
                start(part, site.gateway(), site.address(), site(site), started);
            }
        }
    }

    private void start(Part part, String name, String address, Map<String, String> values, Started started)
            throws IOException, InterruptedException, StartFailure {
        TelephonyPrograms there = programs;
        if (there == null) {
            throw new IllegalStateException("not prepared");
        }
        AsteriskHome home = new AsteriskHome(state.telephony().resolve(name));
        Map<String, String> all = new HashMap<>(values);
        all.put("root", there.root().toString());
        all.put("name", name);
        all.put("address", address);
        all.put("sip-port", Integer.toString(ports.sip()));
        all.put("ari-port", Integer.toString(ports.ari()));
        all.put("ari-password", secrets.of("telephony"));
        all.put("sounds", prompts().folder().toString());
        all.put("ice-candidates", candidates(address));
        all.put("music", prompts().music().toString());
        home.write("carrier".equals(name) ? "carrier" : "site", all);
        Path log = state.log().resolve(part.label() + ".log");
        PartProcess process = PartProcess.start(part, there.asterisk(home.configuration()), Map.of(), home.home(), log);
        started.process(process);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (Answers.status("http://" + address + ":" + ports.ari() + "/ari/asterisk/ping") != ASKS_WHO) {
            process.pauseWhileStarting(50);
            if (System.nanoTime() > until) {
                process.kill();
                throw new StartFailure(
                        Words.of("part.slow", Words.of("part." + part.label()), START_SECONDS, process.tail()),
                        Words.of("part.died.advice", process.log()));
            }
        }
    }

    /** What the machine is called in the world, as the site's own address: the two must not be mixed. */
    private static String candidates(String address) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (NetworkInterface each :
                Collections.list(Objects.requireNonNull(NetworkInterface.getNetworkInterfaces()))) {
            for (InetAddress own : Collections.list(each.getInetAddresses())) {
                if (own instanceof Inet4Address && !own.isLoopbackAddress()) {
                    lines.append(own.getHostAddress())
                            .append(" => ")
                            .append(address)
                            .append('\n');
                }
            }
        }
        return lines.toString();
    }

    /** Where agents' browsers reach each site's engine, as options of the server. */
    public List<String> voiceOptions() throws IOException {
        List<String> options = new ArrayList<>();
        for (SiteTelephony site : sites()) {
            String address = site.voice(ports);
            if (address != null) {
                options.add("-Dfairlead.voice." + site.gateway() + "=" + address);
            }
            String telephones = site.telephones(ports);
            if (telephones != null) {
                options.add("-Dfairlead.sip." + site.gateway() + "=" + telephones);
            }
            String secure = site.secureVoice(ports);
            if (secure != null) {
                options.add("-Dfairlead.voice-secure." + site.gateway() + "=" + secure);
            }
        }
        return options;
    }

    /** The certificate of the demo's sites, which vouches for nobody: who trusts this file reaches the engines here. */
    public OwnCertificate certificate() throws IOException, InterruptedException {
        List<String> addresses = sites().stream().map(SiteTelephony::address).toList();
        return OwnCertificate.in(state.telephony().resolve("certificate"), addresses);
    }

    private String tls(SiteTelephony site) throws IOException, InterruptedException, StartFailure {
        String given = site.of("certificate");
        Path certificate = given == null ? certificate().certificate() : Path.of(given);
        Path key = given == null ? certificate().key() : Path.of(site.require("key"));
        return String.join(
                "\n",
                "tlsenable = yes",
                "tlsbindaddr = " + site.address() + ":" + ports.wss(),
                "tlscertfile = " + certificate,
                "tlsprivatekey = " + key);
    }

    private Map<String, String> site(SiteTelephony site) throws IOException, InterruptedException, StartFailure {
        Map<String, String> values = new HashMap<>();
        values.put("unavailable", prompts().unavailable());
        values.put("tls", tls(site));
        values.put("sites", others(site));
        String host = site.of("trunk.host");
        if (host == null) {
            values.put("trunk-context", "from-test-carrier");
            values.put("trunk-host", SiteTelephony.CARRIER + ":" + ports.sip());
            values.put("trunk-match", SiteTelephony.CARRIER);
            values.put("trunk-authentication", "");
            values.put("trunk-registration", "");
            return values;
        }
        values.put("trunk-context", "from-carrier");
        values.put("trunk-host", host);
        values.put("trunk-match", host.replaceAll(":\\d+$", ""));
        String user = site.of("trunk.user");
        String password = site.of("trunk.password");
        boolean account = user != null && password != null;
        values.put("trunk-authentication", account ? "outbound_auth = trunk\nfrom_user = " + user : "");
        values.put("trunk-registration", account ? registration(host, String.valueOf(user), password) : "");
        return values;
    }

    private static String registration(String host, String user, @Nullable String password) {
        return String.join(
                "\n",
                "",
                "[trunk]",
                "type = auth",
                "auth_type = userpass",
                "username = " + user,
                "password = " + password,
                "",
                "[trunk]",
                "type = registration",
                "transport = udp",
                "outbound_auth = trunk",
                "server_uri = sip:" + host,
                "client_uri = sip:" + user + "@" + host,
                "line = yes",
                "endpoint = trunk");
    }

    private Map<String, String> carrier() throws IOException {
        return Map.of("sites", endpoints(sites(), "site", SiteTelephony::gateway), "tls", "");
    }

    /** The other sites whose engines run here. */
    private String others(SiteTelephony site) throws IOException {
        List<SiteTelephony> there = sites().stream()
                .filter(each -> each.runsHere() && !each.equals(site))
                .toList();
        return endpoints(there, "other-site", SiteTelephony::asOther);
    }

    private String endpoints(List<SiteTelephony> sites, String template, Function<SiteTelephony, String> called) {
        StringBuilder lines = new StringBuilder();
        for (SiteTelephony site : sites) {
            String name = called.apply(site);
            lines.append("\n[").append(name).append("](").append(template).append(")\naors = ");
            lines.append(name);
            lines.append("\n\n[").append(name).append("]\ntype = aor\ncontact = sip:");
            lines.append(site.address()).append(':').append(ports.sip());
            lines.append("\n\n[").append(name).append("]\ntype = identify\nendpoint = ");
            lines.append(name);
            lines.append("\nmatch = ").append(site.address()).append('\n');
        }
        return lines.toString();
    }

    private Prompts prompts() {
        return new Prompts(unpacked(), state.telephony().resolve("sounds"));
    }

    private TelephonyPrograms unpacked() {
        return new TelephonyPrograms(state.dist().resolve("telephony"));
    }
}

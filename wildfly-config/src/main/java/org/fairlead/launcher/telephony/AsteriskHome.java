package org.fairlead.launcher.telephony;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fairlead.launcher.state.OwnFile;

/**
 * One instance's folder with its configuration, written anew at each start.
 *
 * @param home everything that this instance has and writes
 */
public record AsteriskHome(Path home) {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z-]+)}");
    private static final List<String> FOLDERS =
            List.of("etc", "var/keys", "spool/monitor", "spool/recording", "log/cdr-csv", "run", "cache", "moh");
    private static final List<String> COMMON = List.of(
            "asterisk.conf",
            "modules.conf",
            "logger.conf",
            "http.conf",
            "ari.conf",
            "rtp.conf",
            "musiconhold.conf",
            "sorcery.conf",
            "amd.conf",
            "indications.conf");
    private static final List<String> EMPTY = List.of(
            "stasis.conf",
            "cdr.conf",
            "cel.conf",
            "features.conf",
            "udptl.conf",
            "acl.conf",
            "pjproject.conf",
            "ccss.conf",
            "codecs.conf",
            "dnsmgr.conf",
            "extconfig.conf",
            "dsp.conf",
            "manager.conf",
            "websocket_client.conf");

    public Path configuration() {
        return home.resolve("etc/asterisk.conf");
    }

    public Path recordings() {
        return home.resolve("spool/recording");
    }

    /**
     * Writes the configuration.
     *
     * @param kind {@code site} or {@code carrier}
     * @param values what stands for the places in the templates
     */
    public void write(String kind, Map<String, String> values) throws IOException {
        for (String folder : FOLDERS) {
            Files.createDirectories(home.resolve(folder));
        }
        Map<String, String> all = new HashMap<>(values);
        all.put("home", home.toString());
        for (String file : COMMON) {
            OwnFile.write(home.resolve("etc").resolve(file), filled(file, all));
        }
        for (String file : List.of("pjsip.conf", "extensions.conf")) {
            OwnFile.write(home.resolve("etc").resolve(file), filled(kind + "-" + file, all));
        }
        for (String file : EMPTY) {
            Files.writeString(home.resolve("etc").resolve(file), "");
        }
    }

    /** Asterisk's own variables are written the same way, in capitals; they stay. */
    private static String filled(String template, Map<String, String> values) throws IOException {
        try (InputStream file = AsteriskHome.class.getResourceAsStream("/org/fairlead/launcher/asterisk/" + template)) {
            if (file == null) {
                throw new IOException("no template " + template);
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return PLACE.matcher(text).replaceAll(place -> {
                String value = values.get(place.group(1));
                if (value == null) {
                    throw new IllegalArgumentException(template + " has a place for " + place.group(1));
                }
                return Matcher.quoteReplacement(value);
            });
        }
    }
}

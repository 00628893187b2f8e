package org.fairlead.launcher.telephony;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mirror from which this machine installs its own packages: the same one has the telephony engine. */
final class AptSources {

    private static final Pattern ONE_LINE =
            Pattern.compile("^deb\\s+(?:\\[[^]]*]\\s+)?(\\S+)\\s+\\S+\\s+.*\\bmain\\b.*$");
    private static final Pattern URIS = Pattern.compile("(?m)^URIs:\\s*(\\S+)");
    private static final Pattern DISABLED = Pattern.compile("(?mi)^Enabled:\\s*no\\b");
    private static final Pattern MAIN = Pattern.compile("(?m)^Components:.*\\bmain\\b");
    private static final Pattern SECURITY = Pattern.compile("(?i)security|updates|backports");

    private AptSources() {}

    /** The first mirror of the distribution's main part; none where apt has none. */
    static Optional<String> mirror(Path etcApt) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(etcApt.resolve("sources.list"));
        Path parts = etcApt.resolve("sources.list.d");
        if (Files.isDirectory(parts)) {
            try (Stream<Path> more = Files.list(parts)) {
                more.sorted().forEach(files::add);
            }
        }
        for (Path file : files) {
            if (Files.isReadable(file) && Files.isRegularFile(file)) {
                Optional<String> found = file.toString().endsWith(".sources")
                        ? inParagraphs(Files.readString(file))
                        : inLines(Files.readAllLines(file));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    static Optional<String> inParagraphs(String text) {
        for (String paragraph : text.split("\\n\\s*\\n")) {
            Matcher uri = URIS.matcher(paragraph);
            if (uri.find()
                    && MAIN.matcher(paragraph).find()
                    && !DISABLED.matcher(paragraph).find()) {
                Optional<String> distribution = distribution(uri.group(1));
                if (distribution.isPresent()) {
                    return distribution;
                }
            }
        }
        return Optional.empty();
    }

    static Optional<String> inLines(List<String> lines) {
        return lines.stream()
                .map(line -> ONE_LINE.matcher(line.strip()))
                .filter(Matcher::matches)
                .flatMap(line -> distribution(line.group(1)).stream())
                .findFirst();
    }

    /** Security updates and other programs' own archives carry no engine. */
    private static Optional<String> distribution(String uri) {
        boolean debian = uri.replaceAll("/+$", "").endsWith("/debian");
        return debian && !SECURITY.matcher(uri).find() ? Optional.of(uri) : Optional.empty();
    }
}

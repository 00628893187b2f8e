package org.fairlead.itests.fault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Every way into the console: the pages of the archive that is deployed, the REST paths of the sources it was built from. */
final class WebSurface {

    private static final Pattern ROOM = Pattern.compile("@Path\\(\"/?([^\"]*)\"\\)");
    private static final Pattern VERB = Pattern.compile("@(GET|POST|PUT|PATCH|DELETE)\\b");

    private final Path checkout;

    WebSurface(Path checkout) {
        this.checkout = checkout;
    }

    Set<String> pages() throws IOException {
        Set<String> pages = new TreeSet<>();
        try (ZipInputStream ear =
                new ZipInputStream(Files.newInputStream(checkout.resolve("ear/target/fairlead.ear")))) {
            for (ZipEntry entry = ear.getNextEntry(); entry != null; entry = ear.getNextEntry()) {
                if (entry.getName().endsWith(".war")) {
                    pages.addAll(pagesIn(ear));
                }
            }
        }
        return pages;
    }

    private static Set<String> pagesIn(InputStream war) throws IOException {
        Set<String> pages = new TreeSet<>();
        ZipInputStream entries = new ZipInputStream(war);
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            String name = entry.getName();
            if (name.endsWith(".xhtml") && !name.startsWith("WEB-INF/")) {
                pages.add("/" + name);
            }
        }
        return pages;
    }

    /** As {@code VERB /path}. */
    Set<String> resources() throws IOException {
        Set<String> resources = new TreeSet<>();
        try (Stream<Path> files = Files.walk(checkout.resolve("web/src/main/java"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            for (Path source : sources) {
                resources.addAll(resourcesIn(Files.readString(source)));
            }
        }
        return resources;
    }

    private static Set<String> resourcesIn(String source) {
        Set<String> resources = new TreeSet<>();
        String[] headAndBody = source.split("\npublic class ", 2);
        Matcher room = ROOM.matcher(headAndBody[0]);
        if (headAndBody.length < 2 || !room.find()) {
            return resources;
        }
        for (String member : headAndBody[1].split("\n\n")) {
            Matcher verb = VERB.matcher(member);
            if (verb.find()) {
                Matcher path = ROOM.matcher(member);
                resources.add(verb.group(1) + " /" + room.group(1) + (path.find() ? "/" + path.group(1) : ""));
            }
        }
        return resources;
    }
}

package org.fairlead.launcher.state;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What was built: the deployable, and the jars of the processes beside the server. */
public record Build(Path ear, List<Path> gateway, List<Path> ejb, List<Path> tools, List<Path> provided, Path driver) {

    /** What the first step of {@code ./fairlead} put aside for this run. */
    public static Build installed(Path app) throws IOException {
        return new Build(
                app.resolve("ear/fairlead.ear"),
                jars(app.resolve("gateway")),
                jars(app.resolve("ejb")),
                jars(app.resolve("tools")),
                provided(app.resolve("provided"), app.resolve("launcher")),
                driverIn(jars(app.resolve("launcher"))));
    }

    /** What Maven left in the rooms' target folders. */
    public static Build ofCheckout(Path checkout) throws IOException {
        return new Build(
                checkout.resolve("ear/target/fairlead.ear"),
                module(checkout.resolve("gateway/target")),
                module(checkout.resolve("ejb/target")),
                module(checkout.resolve("itests/target")),
                provided(
                        checkout.resolve("wildfly-config/target/provided"),
                        checkout.resolve("wildfly-config/target/lib")),
                driverIn(jars(checkout.resolve("wildfly-config/target/lib"))));
    }

    /** A view on the migrations and demo data. The caller closes it. */
    public URLClassLoader migrations() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : ejb) {
            urls.add(jar.toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), Build.class.getClassLoader());
    }

    /** What the server provides to the deployable, for the compiler of the inner loop. */
    private static List<Path> provided(Path apis, Path launcher) throws IOException {
        List<Path> all = new ArrayList<>(jars(apis));
        for (Path jar : jars(launcher)) {
            if (String.valueOf(jar.getFileName()).matches("(jackson|slf4j-api|jspecify)-.*")) {
                all.add(jar);
            }
        }
        return List.copyOf(all);
    }

    private static List<Path> module(Path target) throws IOException {
        List<Path> all = new ArrayList<>(jars(target));
        all.addAll(jars(target.resolve("lib")));
        return List.copyOf(all);
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.toString().endsWith("-tests.jar"))
                    .sorted()
                    .toList();
        }
    }

    private static Path driverIn(List<Path> jars) throws IOException {
        return jars.stream()
                .filter(jar -> String.valueOf(jar.getFileName()).startsWith("postgresql-"))
                .findFirst()
                .orElseThrow(() -> new IOException("no PostgreSQL driver beside the launcher"));
    }
}

package org.fairlead.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The first step of {@code ./fairlead}, run from its source, with the JDK alone: looks at the machine, builds what is
 * not built, and hands over to {@link Fairlead} in the same process. What was built is copied to
 * {@code .fairlead/app/HASH}, so that a later build does not pull the jars from under a running stack.
 */
public final class Bootstrap {

    private static final int EXIT_CANNOT = 2;
    private static final int EXIT_NOT_RUNNING = 3;
    private static final long DISK_FIRST = 2_500L << 20;
    private static final long DISK_LATER = 500L << 20;

    /** For these all is built; the others look at what runs, or need the launcher alone, as it was built last. */
    private static final Set<String> BUILDS = Set.of("run", "dev", "floor", "bench");

    private static final Set<String> STARTS = Set.of("run", "dev");

    private static final Set<String> HELP = Set.of("--help", "-h");

    private static final Pattern CONSOLE = Pattern.compile("\"console\"\\s*:\\s*\"([^\"]+)\"");

    /** Folders of an app that are not named as the module whose jars they hold. */
    private static final Map<String, String> ROOMS = Map.of("launcher", "wildfly-config", "tools", "itests");

    private static final Set<String> WITH_TOOLS = Set.of("floor", "bench");

    private final Path checkout;
    private final Path state;
    private final PropertyResourceBundle words;
    private final PrintStream out;

    private Bootstrap(Path checkout, PrintStream out) throws IOException {
        this.checkout = checkout;
        this.state = checkout.resolve(".fairlead");
        this.out = out;
        try (var reader = Files.newBufferedReader(
                checkout.resolve("wildfly-config/src/main/resources/org/fairlead/launcher/bootstrap.properties"))) {
            this.words = new PropertyResourceBundle(reader);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path checkout = Path.of(System.getProperty("fairlead.checkout", ".")).toAbsolutePath();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            Bootstrap bootstrap = new Bootstrap(checkout, out);
            bootstrap.answerAtOnce(List.of(arguments));
            handOver(bootstrap.app(List.of(arguments)), arguments);
        } catch (CannotStart e) {
            new PrintStream(System.err, true, StandardCharsets.UTF_8).println(e.getMessage());
            System.exit(EXIT_CANNOT);
        }
    }

    /** What was never built does not run: nobody waits for a build to hear that. */
    private void answerAtOnce(List<String> arguments) throws IOException {
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        boolean looks =
                Set.of("status", "stop").contains(command) && arguments.stream().noneMatch(HELP::contains);
        if (!looks || Files.isDirectory(asBuilt().resolve("launcher"))) {
            return;
        }
        String prose = isLocked("building") ? "nothing.runs.yet" : "nothing.runs";
        say(arguments.contains("--json") ? "nothing.runs.json" : prose);
        System.exit("status".equals(command) ? EXIT_NOT_RUNNING : 0);
    }

    /** The app of the last build; that of a build of the launcher alone where there was none. */
    private Path asBuilt() throws IOException {
        Path apps = state.resolve("app");
        Path current = apps.resolve("current");
        Path app =
                Files.exists(current) ? apps.resolve(Files.readString(current).strip()) : apps;
        return Files.isDirectory(app.resolve("launcher")) ? app : apps.resolve("launcher-only");
    }

    private static void handOver(Path app, String[] arguments) throws Exception {
        System.setProperty("fairlead.app", app.toString());
        List<URL> jars = new ArrayList<>();
        for (Path jar : list(app.resolve("launcher"), ".jar")) {
            jars.add(jar.toUri().toURL());
        }
        // Lives as long as the process.
        @SuppressWarnings("resource")
        URLClassLoader code = new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(code);
        try {
            code.loadClass("org.fairlead.launcher.Fairlead")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** @return the folder with what is built for this command */
    private Path app(List<String> arguments) throws IOException, InterruptedException, CannotStart {
        requirePlatform();
        String command = arguments.isEmpty() ? "--help" : arguments.get(0);
        boolean asBuilt = !BUILDS.contains(command) || arguments.stream().anyMatch(HELP::contains);
        if (!asBuilt) {
            requireTurn(command, arguments.contains("--state"));
        }
        Path apps = state.resolve("app");
        Path current = apps.resolve("current");
        if (asBuilt) {
            Path app = asBuilt();
            if (!Files.isDirectory(app.resolve("launcher"))) {
                make(app, "wildfly-config", List.of("launcher"));
            }
            return app;
        }
        String hash = fingerprint();
        Path app = apps.resolve(hash);
        boolean dist = Files.exists(state.resolve("dist/markers"));
        if (!dist || !Files.isDirectory(app.resolve("launcher"))) {
            dropOthers(app);
            make(app, "ear,gateway,wildfly-config", List.of("launcher", "provided", "gateway", "ejb", "ear"));
        }
        if (WITH_TOOLS.contains(command) && !Files.isDirectory(app.resolve("tools"))) {
            make(app, "itests", List.of("tools"));
        }
        Files.writeString(current, hash);
        return app;
    }

    /** Builds modules and puts aside what is run from them; one at a time, whoever calls. */
    private void make(Path app, String modules, List<String> rooms)
            throws IOException, InterruptedException, CannotStart {
        Files.createDirectories(state);
        try (FileChannel channel = FileChannel.open(
                        state.resolve("building"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            boolean dist = rooms.equals(List.of("launcher")) || Files.exists(state.resolve("dist/markers"));
            if (lock.isValid() && dist && rooms.stream().allMatch(room -> Files.isDirectory(app.resolve(room)))) {
                return; // somebody else has just built it
            }
            makeAlone(app, modules, rooms);
        }
    }

    private void makeAlone(Path app, String modules, List<String> rooms)
            throws IOException, InterruptedException, CannotStart {
        requireDisk(Files.exists(state.resolve("dist/markers")) ? DISK_LATER : DISK_FIRST);
        requireMaven();
        build(modules, !rooms.equals(List.of("launcher")));
        for (String room : rooms) {
            Path half = app.resolveSibling("half-" + room);
            delete(half);
            if ("ear".equals(room)) {
                Files.createDirectories(half);
                Files.copy(checkout.resolve("ear/target/fairlead.ear"), half.resolve("fairlead.ear"));
            } else if ("provided".equals(room)) {
                Files.createDirectories(half);
                copy(checkout.resolve("wildfly-config/target/provided"), half);
            } else {
                copyJars(ROOMS.getOrDefault(room, room), half);
            }
            delete(app.resolve(room));
            Files.createDirectories(app);
            Files.move(half, app.resolve(room));
        }
    }

    /** Nobody waits for a build to hear what could be said before it. */
    private void requireTurn(String command, boolean elsewhere) throws IOException, CannotStart {
        boolean runs = isLocked("run/lock"); // by the launcher of this checkout's stack
        if (runs && STARTS.contains(command)) {
            Path file = state.resolve("run/run.json");
            Matcher console = CONSOLE.matcher(Files.exists(file) ? Files.readString(file) : "");
            throw cannot("already.runs", console.find() ? console.group(1) : "...");
        }
        if (!runs && "floor".equals(command) && !elsewhere) {
            throw cannot("not.running");
        }
    }

    private boolean isLocked(String what) throws IOException {
        Path file = state.resolve(what);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null || !lock.isValid();
        }
    }

    /** What earlier builds put aside, unless a stack runs from it. */
    private void dropOthers(Path app) throws IOException {
        Path apps = state.resolve("app");
        Files.createDirectories(apps);
        Files.createDirectories(state.resolve("run"));
        try (FileChannel channel = FileChannel.open(
                        state.resolve("run/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null || !lock.isValid()) {
                return;
            }
            for (Path other : list(apps, "")) {
                if (Files.isDirectory(other) && !other.equals(app)) {
                    delete(other);
                }
            }
        }
    }

    private void requirePlatform() throws CannotStart {
        String name = System.getProperty("os.name", "");
        String arch = System.getProperty("os.arch", "");
        if (!"Linux".equals(name) || !"amd64".equals(arch)) {
            throw cannot("platform", name, arch);
        }
    }

    private void requireDisk(long needed) throws IOException, CannotStart {
        Files.createDirectories(state);
        long free = Files.getFileStore(state).getUsableSpace();
        if (free < needed) {
            throw cannot("disk", checkout, free >> 20, needed >> 20);
        }
    }

    private void requireMaven() throws InterruptedException, CannotStart, IOException {
        Process process;
        try {
            process = new ProcessBuilder("mvn", "-v").redirectErrorStream(true).start();
        } catch (IOException e) {
            throw cannot("maven.missing");
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .replaceAll("\u001B\\[[0-9;]*m", "");
        process.waitFor();
        String version = text.lines()
                .filter(line -> line.startsWith("Apache Maven "))
                .map(line -> line.split(" ")[2])
                .findFirst()
                .orElse("?");
        String[] numbers = (version + ".0").split("\\.");
        boolean enough = numbers[0].matches("\\d+")
                && numbers[1].matches("\\d+")
                && Integer.parseInt(numbers[0]) * 1000 + Integer.parseInt(numbers[1]) >= 3008;
        if (!enough) {
            throw cannot("maven.old", version);
        }
    }

    private void build(String modules, boolean dist) throws IOException, InterruptedException, CannotStart {
        long begun = System.nanoTime();
        say("build.begin");
        Path log = state.resolve("log/build.log");
        Files.createDirectories(log.resolveSibling(""));
        String phase = "-Dfairlead.dist.phase=" + (dist ? "package" : "none");
        String options = "-B -ntp -DskipTests -Dstyle.color=never " + phase + " -pl " + modules + " -am package";
        Process process = new ProcessBuilder(("mvn " + options).split(" "))
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .start();
        List<String> errors = new ArrayList<>();
        try (var reader = process.inputReader(StandardCharsets.UTF_8);
                var writer = Files.newBufferedWriter(log)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                writer.write(line);
                writer.newLine();
                if (line.startsWith("[INFO] Building Fairlead")) {
                    say(
                            "build.module",
                            line.substring("[INFO] Building ".length()).strip());
                } else if (line.matches("\\[WARNING] .*\\.java:\\[.*")) {
                    errors.add(line.substring("[WARNING]".length()).strip()); // the compiler refuses warnings too
                } else if (line.startsWith("[ERROR]")
                        && !line.matches("(\\[ERROR] ?)+(|.*(\\[Help|-X switch|the -e switch|read the following|mvn"
                                + " <args>|After correcting).*)")) {
                    errors.add(line.substring("[ERROR]".length()).strip());
                }
            }
        }
        if (process.waitFor() != 0) {
            throw cannot("build.failed", String.join("\n  ", errors.subList(0, Math.min(12, errors.size()))), log);
        }
        say("build.end", String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begun) / 1e9));
    }

    private void copyJars(String module, Path target) throws IOException {
        Files.createDirectories(target);
        Path built = checkout.resolve(module).resolve("target");
        copy(built, target);
        if (Files.isDirectory(built.resolve("lib"))) {
            copy(built.resolve("lib"), target);
        }
    }

    private static void copy(Path folder, Path target) throws IOException {
        for (Path jar : list(folder, ".jar")) {
            Files.copy(jar, target.resolve(String.valueOf(jar.getFileName())));
        }
    }

    /** Changes when a source, a resource or a build file changes. */
    private String fingerprint() throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        List<Path> files = new ArrayList<>(List.of(checkout.resolve("pom.xml")));
        for (String room : List.of("i18n", "jms-config", "gateway", "wildfly-config", "ejb", "web", "ear", "itests")) {
            files.add(checkout.resolve(room).resolve("pom.xml"));
            Path sources = checkout.resolve(room).resolve("src");
            if (Files.isDirectory(sources)) {
                try (Stream<Path> all = Files.walk(sources)) {
                    all.filter(Files::isRegularFile)
                            .filter(file -> !file.startsWith(sources.resolve("test")) || "itests".equals(room))
                            .sorted()
                            .forEach(files::add);
                }
            }
        }
        for (Path file : files) {
            String line = file + "|" + Files.size(file) + "|"
                    + Files.getLastModifiedTime(file).toMillis() + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }

    private static List<Path> list(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void say(String key, Object... values) {
        out.println(new MessageFormat(words.getString(key), Locale.ROOT).format(values));
    }

    private CannotStart cannot(String key, Object... values) {
        return new CannotStart(new MessageFormat(words.getString(key), Locale.ROOT).format(values));
    }

    /** What is missing, and what to do. */
    private static final class CannotStart extends Exception {
        private static final long serialVersionUID = 1L;

        CannotStart(String message) {
            super(message);
        }
    }
}

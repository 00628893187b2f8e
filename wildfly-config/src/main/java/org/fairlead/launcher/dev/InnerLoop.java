package org.fairlead.launcher.dev;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.fairlead.launcher.state.Words;

/** Follows the sources: a page is copied, a class is compiled and the deployable taken up again. */
public final class InnerLoop {

    private static final int DEPLOY_SECONDS = 120;
    private static final int LOOK_MILLIS = 100;

    private final Path checkout;
    private final Path deployments;
    private final PrintWriter out;
    private final ExplodedDeployable exploded;
    private final Recompile recompile;
    private final SourceWatch watch;

    /** Unpacks the deployable into the server's folder and looks at the sources for the first time. */
    public InnerLoop(Path checkout, Path archive, Path deployments, List<Path> provided, PrintWriter out)
            throws IOException {
        this.checkout = checkout;
        this.deployments = deployments;
        this.out = out;
        this.exploded = ExplodedDeployable.unpack(archive, deployments);
        this.recompile = new Recompile(checkout, exploded, provided);
        this.watch = new SourceWatch(List.of(
                room("ejb/src/main"), room("web/src/main"), room("i18n/src/main"), room("jms-config/src/main")));
    }

    /** Looks once, and does what the changes ask for; waits no longer once {@code died} is done. */
    public void turn(Future<?> died) throws IOException, InterruptedException {
        List<Path> changed = watch.changed();
        if (changed.isEmpty()) {
            return;
        }
        long begun = System.nanoTime();
        boolean redeploy = false;
        for (Path file : changed) {
            redeploy |= follow(file);
        }
        String says = compile(changed);
        if (!says.isEmpty()) {
            out.println(Words.of("dev.does-not-compile", says));
            return;
        }
        if (redeploy) {
            exploded.redeploy();
            String refused = awaitDeployed(died);
            if (!refused.isEmpty()) {
                out.println(Words.of("dev.refused", refused));
                return;
            }
        }
        String time = Duration.ofMillis((System.nanoTime() - begun) / 1_000_000).toMillis() / 1000.0 + " s";
        out.println(Words.of(redeploy ? "dev.redeployed" : "dev.copied", names(changed), time));
    }

    /** Copies one file to where the server finds it. @return true if the deployable must be taken up again */
    private boolean follow(Path file) throws IOException {
        Path webapp = room("web/src/main/webapp");
        Path webResources = room("web/src/main/resources");
        Path ejbResources = room("ejb/src/main/resources");
        Path words = room("i18n/src/main/resources");
        if (file.startsWith(webapp)) {
            exploded.copyPage(file, webapp.relativize(file));
            return file.endsWith("web.xml");
        }
        if (file.startsWith(webResources)) {
            ExplodedDeployable.copy(file, exploded.webClasses().resolve(webResources.relativize(file)));
            return false;
        }
        if (file.startsWith(ejbResources)) {
            if (ejbResources.relativize(file).startsWith("db")) {
                out.println(Words.of("dev.migration", file.getFileName()));
                return false;
            }
            ExplodedDeployable.copy(file, exploded.ejb().resolve(ejbResources.relativize(file)));
            return true;
        }
        if (file.startsWith(words)) {
            replaceInJar(exploded.libraries().resolve("fairlead-i18n.jar"), words.relativize(file), file);
            return true;
        }
        if (file.startsWith(room("jms-config/src/main"))) {
            out.println(Words.of("dev.contract", file.getFileName()));
            return false;
        }
        return file.toString().endsWith(".java");
    }

    private String compile(List<Path> changed) throws IOException {
        Predicate<Path> java = file -> file.toString().endsWith(".java");
        String says = "";
        if (changed.stream().filter(java).anyMatch(file -> file.startsWith(room("ejb")))) {
            says = recompile.capabilities();
        }
        if (says.isEmpty() && changed.stream().filter(java).anyMatch(file -> file.startsWith(checkout))) {
            says = recompile.console();
        }
        return says;
    }

    private String awaitDeployed(Future<?> died) throws IOException, InterruptedException {
        Path deployed = deployments.resolve("fairlead.ear.deployed");
        Path failed = deployments.resolve("fairlead.ear.failed");
        long until = System.nanoTime() + Duration.ofSeconds(DEPLOY_SECONDS).toNanos();
        while (!Files.exists(deployed)) {
            if (Files.exists(failed)) {
                return Files.readString(failed);
            }
            if (System.nanoTime() > until) {
                return Words.of("dev.slow", DEPLOY_SECONDS);
            }
            try {
                died.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return Words.of("part.server");
            } catch (TimeoutException e) {
                // it still runs
            } catch (ExecutionException e) {
                throw new IOException(e);
            }
        }
        return "";
    }

    private static void replaceInJar(Path jar, Path name, Path content) throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            Files.copy(content, inside.getPath(name.toString()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String names(List<Path> files) {
        String first = String.valueOf(files.get(0).getFileName());
        return files.size() == 1 ? first : first + " +" + (files.size() - 1);
    }

    private Path room(String name) {
        return checkout.resolve(name);
    }
}

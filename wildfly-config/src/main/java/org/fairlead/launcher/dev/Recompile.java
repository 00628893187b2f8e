package org.fairlead.launcher.dev;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles the capabilities and the console straight into the exploded deployable, with the JDK's compiler in this
 * process and without the checks of the build: those run before a commit, this runs after each save.
 */
final class Recompile {

    private final Path checkout;
    private final ExplodedDeployable exploded;
    private final List<Path> libraries;

    /** @param libraries what the server provides */
    Recompile(Path checkout, ExplodedDeployable exploded, List<Path> libraries) {
        this.checkout = checkout;
        this.exploded = exploded;
        this.libraries = List.copyOf(libraries);
    }

    /** @return what the compiler has to say; empty when all compiled */
    String capabilities() throws IOException {
        return compile("ejb", exploded.ejb(), List.of());
    }

    /** @return what the compiler has to say; empty when all compiled */
    String console() throws IOException {
        List<Path> more = new ArrayList<>(List.of(exploded.ejb()));
        more.addAll(jars(exploded.web().resolve("WEB-INF/lib")));
        return compile("web", exploded.webClasses(), more);
    }

    private String compile(String room, Path target, List<Path> more) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Files.createDirectories(target);
        List<Path> path = new ArrayList<>(libraries);
        path.addAll(jars(exploded.libraries()));
        path.addAll(more);
        List<Path> sources;
        try (Stream<Path> files = Files.walk(checkout.resolve(room).resolve("src/main/java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        StringWriter says = new StringWriter();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(
                            says,
                            files,
                            null,
                            List.of(
                                    "--release",
                                    "17",
                                    "-parameters",
                                    "-proc:none",
                                    "-nowarn",
                                    "-g",
                                    "-encoding",
                                    "UTF-8",
                                    "-d",
                                    target.toString(),
                                    "-cp",
                                    path.stream().map(Path::toString).collect(Collectors.joining(":"))),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            return compiled ? "" : says.toString();
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }
}

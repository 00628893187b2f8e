package org.fairlead.launcher.dev;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.fairlead.launcher.postgres.Folders;

/** The deployable as folders: the EAR, and in it the capabilities' jar and the console's archive. */
final class ExplodedDeployable {

    private final Path ear;

    private ExplodedDeployable(Path ear) {
        this.ear = ear;
    }

    /** Unpacks a deployable into the server's folder, in place of what was there. */
    static ExplodedDeployable unpack(Path archive, Path deployments) throws IOException {
        Folders.delete(deployments);
        Path ear = deployments.resolve("fairlead.ear");
        Files.createDirectories(ear);
        ExplodedDeployable exploded = new ExplodedDeployable(ear);
        try (InputStream content = Files.newInputStream(archive)) {
            unzip(content, ear);
        }
        for (String inner : new String[] {"fairlead-ejb.jar", "fairlead-web.war"}) {
            Path packed = ear.resolve(inner);
            Path aside = ear.resolveSibling(inner + ".packed");
            Files.move(packed, aside);
            try (InputStream content = Files.newInputStream(aside)) {
                unzip(content, packed);
            }
            Files.delete(aside);
        }
        exploded.copyPage(exploded.web().resolve("WEB-INF/web.xml"), Path.of("WEB-INF/web.xml"));
        return exploded;
    }

    Path ejb() {
        return ear.resolve("fairlead-ejb.jar");
    }

    Path web() {
        return ear.resolve("fairlead-web.war");
    }

    Path webClasses() {
        return web().resolve("WEB-INF/classes");
    }

    Path libraries() {
        return ear.resolve("lib");
    }

    /** Asks the server to take the deployable up again. */
    void redeploy() throws IOException {
        Files.deleteIfExists(ear.resolveSibling("fairlead.ear.deployed"));
        Files.deleteIfExists(ear.resolveSibling("fairlead.ear.failed"));
        Files.writeString(ear.resolveSibling("fairlead.ear.dodeploy"), "fairlead.ear");
    }

    /** A page, script or style; the descriptor is told that this is development, so that pages are read again. */
    void copyPage(Path source, Path relative) throws IOException {
        Path target = web().resolve(relative.toString());
        if (relative.endsWith("web.xml")) {
            String text = Files.readString(source)
                    .replaceAll("(PROJECT_STAGE</param-name>\\s*<param-value>)Production", "$1Development");
            Files.writeString(target, text);
            return;
        }
        copy(source, target);
    }

    static void copy(Path source, Path target) throws IOException {
        Files.createDirectories(target.resolveSibling(""));
        Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void unzip(InputStream content, Path folder) throws IOException {
        ZipInputStream zip = new ZipInputStream(content);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            Path target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("an entry leaves the archive: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else {
                Files.createDirectories(target.resolveSibling(""));
                Files.copy(zip, target);
            }
        }
    }
}

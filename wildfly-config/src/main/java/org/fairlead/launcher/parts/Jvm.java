package org.fairlead.launcher.parts;

import java.nio.file.Path;

/** The JVM that the parts run on: the launcher's own. */
final class Jvm {

    private Jvm() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}

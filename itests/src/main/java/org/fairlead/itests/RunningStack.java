package org.fairlead.itests;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fairlead.itests.stack.Stack;
import picocli.CommandLine.Option;

/** Which running stack a tool uses, and where it says what it does. */
public final class RunningStack {

    @Option(names = "--state", defaultValue = "${sys:fairlead.checkout:-.}/.fairlead", paramLabel = "FOLDER")
    private Path state = Path.of(".fairlead");

    @Option(names = "--port-base", defaultValue = "0", paramLabel = "N")
    private int base;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** @throws IllegalStateException when nothing runs there */
    public Stack stack() throws IOException {
        Path run = state.resolve("run/run.json");
        if (!Files.exists(run)) {
            throw new IllegalStateException(Words.of("nothing-runs", state));
        }
        return new Stack(state.toAbsolutePath(), base != 0 ? base : Stack.baseIn(run));
    }

    /** Whether one runs there. */
    public boolean there() {
        return Files.exists(state.resolve("run/run.json"));
    }

    public PrintStream out() {
        return out;
    }

    public void say(String key, Object... values) {
        out.println(Words.of(key, values));
    }
}

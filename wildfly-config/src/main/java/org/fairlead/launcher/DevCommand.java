package org.fairlead.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.fairlead.launcher.dev.InnerLoop;
import org.fairlead.launcher.parts.Deployment;
import org.fairlead.launcher.state.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** As {@code run}, and follows the sources. */
@Command(name = "dev", mixinStandardHelpOptions = true, sortOptions = false)
final class DevCommand extends RunCommand implements Deployment {

    private static final int LOOK_MILLIS = 400;

    private @Nullable InnerLoop loop;

    @Override
    Deployment deployment() {
        return this;
    }

    @Override
    public void place(Path ear, Path deployments) throws IOException {
        loop = new InnerLoop(Here.checkout(), ear, deployments, Here.build().provided(), out());
    }

    @Override
    public List<String> options() {
        return List.of("-Dfairlead.scan.millis=300");
    }

    @Override
    int attend(Stack stack, PrintWriter out) throws InterruptedException, ExecutionException, IOException {
        out.println(Words.of("dev.follows"));
        InnerLoop following = loop;
        while (following != null && !stack.died().isDone()) {
            try {
                stack.died().get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                following.turn(stack.died());
            }
        }
        return super.attend(stack, out);
    }
}

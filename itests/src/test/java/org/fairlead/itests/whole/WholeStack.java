package org.fairlead.itests.whole;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fairlead.itests.stack.SimulatorControl;
import org.fairlead.itests.stack.Stack;
import org.fairlead.launcher.Stack.Settings;
import org.fairlead.launcher.Steps;
import org.fairlead.launcher.postgres.Folders;
import org.fairlead.launcher.state.Ports;
import org.fairlead.launcher.state.StartFailure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One stack for all test classes: the first that asks starts it, the end of the run stops it. A test asks for a
 * {@link Stack}, a {@link SimulatorControl}, a {@link Console} or a {@link URI} (the console's address) as parameter.
 *
 * <p>{@code -Dfairlead.itests.state=FOLDER} uses a stack that runs already, for the inner loop of writing a test.
 */
public final class WholeStack implements BeforeAllCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace HERE = Namespace.create(WholeStack.class);
    private static final int FIRST_BASE = 28080;
    private static final int LAST_BASE = 32480;
    private static final int STEP = 200;

    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Console console = store(context).get(Console.class, Console.class);
        if (console != null) {
            console.leaveAll(
                    context.getUniqueId(), context.getExecutionException().isPresent());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Stack.class || type == SimulatorControl.class || type == Console.class || type == URI.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        Stack stack = running(context).stack();
        if (type == SimulatorControl.class) {
            return new SimulatorControl(stack);
        }
        if (type == Console.class) {
            return store(context).getOrComputeIfAbsent(Console.class, key -> new Console(stack), Console.class);
        }
        return type == URI.class ? stack.console() : stack;
    }

    /** The stack of this run, started now if it is the first time that somebody asks. */
    public static Stack of(ExtensionContext context) {
        return running(context).stack();
    }

    private static Running running(ExtensionContext context) {
        return store(context).getOrComputeIfAbsent(Running.class, key -> Running.begin(), Running.class);
    }

    private static Store store(ExtensionContext context) {
        return context.getRoot().getStore(HERE);
    }

    /** What the store closes at the end of the run. */
    private record Running(Stack stack, org.fairlead.launcher.@Nullable Stack launched) implements AutoCloseable {

        static Running begin() {
            try {
                String state = System.getProperty("fairlead.itests.state", "");
                return state.isEmpty() ? start() : attach(Path.of(state).toAbsolutePath());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (IOException | StartFailure e) {
                throw new IllegalStateException("the stack does not start: " + e.getMessage(), e);
            }
        }

        private static Running attach(Path state) throws IOException {
            return new Running(new Stack(state, Stack.baseIn(state.resolve("run/run.json"))), null);
        }

        private static Running start() throws IOException, StartFailure, InterruptedException {
            Path checkout =
                    Path.of(System.getProperty("fairlead.checkout", "..")).toAbsolutePath();
            Path state = checkout.resolve("itests/target/state");
            if (Files.exists(state)) {
                Folders.delete(state);
            }
            int base = freeBase();
            var launched = new org.fairlead.launcher.Stack(
                    Settings.ofCheckout(checkout, state, new Ports(base)), Steps.SILENT);
            launched.start();
            return new Running(new Stack(state, base), launched);
        }

        /** Other stacks may run on this machine, other runs of these tests too. */
        private static int freeBase() throws StartFailure, IOException {
            for (int base = FIRST_BASE; base < LAST_BASE; base += STEP) {
                try {
                    new Ports(base).requireFree();
                    return base;
                } catch (StartFailure taken) {
                    continue;
                }
            }
            new Ports(LAST_BASE).requireFree();
            return LAST_BASE;
        }

        @Override
        public void close() throws IOException {
            if (launched != null) {
                launched.close();
            }
        }
    }
}

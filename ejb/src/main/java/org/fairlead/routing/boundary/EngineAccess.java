package org.fairlead.routing.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fairlead.routing.control.EngineLoop;
import org.fairlead.routing.entity.Engine;
import org.fairlead.routing.entity.Input;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/** How this capability's facades reach the running engine, and wait for its answer. */
@ApplicationScoped
public class EngineAccess {

    private static final long PATIENCE_MILLIS = 5_000;

    /** The refusal of an engine that is away or gives no answer in time. */
    static final String AWAY = "engine.away";

    private final AtomicReference<@Nullable EngineLoop> running = new AtomicReference<>();

    void give(@Nullable EngineLoop loop) {
        running.set(loop);
    }

    /** Whether the engine runs and can store what it decides. */
    public boolean here() {
        EngineLoop loop = running.get();
        return loop != null && loop.here();
    }

    /** Hands an input over and waits until what it led to is stored. */
    @Nullable
    Object submit(Input input) {
        return await(loop().submit(input));
    }

    /** Reads again who works here and what for, and waits until the engine goes by it. */
    void readSetUp() {
        EngineLoop loop = loop();
        try {
            await(loop.submit(new Input.SetUp(loop.cycle().reference())));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read how everything is set up", e);
        }
    }

    /** Hands an input over, without waiting for what it leads to. */
    void tell(Input input) {
        var unused = loop().submit(input);
    }

    /** Does something with the engine on its own thread, without waiting for it. */
    void soon(Consumer<Engine> at) {
        var unused = loop().look(engine -> {
            at.accept(engine);
            return true;
        });
    }

    <T extends @Nullable Object> T look(Function<Engine, T> at) {
        return await(loop().look(at));
    }

    EngineLoop loop() {
        EngineLoop loop = running.get();
        if (loop == null) {
            throw new Refused(AWAY);
        }
        return loop;
    }

    private static <T extends @Nullable Object> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(AWAY);
        } catch (TimeoutException e) {
            throw new Refused(AWAY);
        } catch (ExecutionException e) {
            throw asTold(e.getCause());
        }
    }

    /** A refusal is thrown anew: it was made on another thread. */
    private static RuntimeException asTold(@Nullable Throwable cause) {
        if (cause instanceof Refused refused) {
            return new Refused(refused.key(), refused.arguments().toArray());
        }
        if (cause instanceof NotFound notFound) {
            return new NotFound(String.valueOf(notFound.getMessage()));
        }
        return new IllegalStateException("the engine failed", cause);
    }
}

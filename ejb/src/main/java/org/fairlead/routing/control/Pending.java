package org.fairlead.routing.control;

import java.util.concurrent.CompletableFuture;
import org.fairlead.routing.entity.Input;
import org.jspecify.annotations.Nullable;

/**
 * An input on its way through the engine.
 *
 * @param done completed when what it led to is stored; for what a gateway said, when the answers are on their way too
 */
public record Pending(Input input, CompletableFuture<@Nullable Object> done) {

    static Pending of(Input input) {
        return new Pending(input, new CompletableFuture<>());
    }

    /** What a gateway said is never given up; what a person or the dialer asks can be asked again. */
    boolean mustNotBeLost() {
        return input instanceof Input.Heard || input instanceof Input.SetUp;
    }
}

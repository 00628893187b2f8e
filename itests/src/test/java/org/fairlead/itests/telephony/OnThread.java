package org.fairlead.itests.telephony;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.fairlead.gateway.engine.TelephonyEngine;
import org.fairlead.gateway.time.Timeline;

/** Brings a test's commands onto the timeline on which an engine lives. */
final class OnThread {

    private static final long ANSWER_SECONDS = 10;

    private OnThread() {}

    static TelephonyEngine of(TelephonyEngine engine, Timeline timeline) {
        return (TelephonyEngine) Proxy.newProxyInstance(
                OnThread.class.getClassLoader(), new Class<?>[] {TelephonyEngine.class}, (proxy, method, arguments) -> {
                    CompletableFuture<Object> answer = new CompletableFuture<>();
                    timeline.execute(() -> {
                        try {
                            answer.complete(method.invoke(engine, arguments));
                        } catch (InvocationTargetException e) {
                            answer.completeExceptionally(e.getCause());
                        } catch (IllegalAccessException e) {
                            answer.completeExceptionally(e);
                        }
                    });
                    try {
                        return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
                    } catch (ExecutionException e) {
                        throw e.getCause();
                    }
                });
    }
}

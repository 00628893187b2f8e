package org.fairlead.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Hands the capabilities' events to listeners outside of their archive. CDI delivers an event only to observers in
 * archives that the firing one can see, and the capabilities do not see the pages.
 */
@ApplicationScoped
public class Announcements {

    private final Map<Class<?>, List<Consumer<Object>>> listeners = new ConcurrentHashMap<>();

    /** Listens until the application ends. The listener runs on the announcing thread: it hands on and never blocks. */
    public <T> void listen(Class<T> type, Consumer<? super T> listener) {
        listeners
                .computeIfAbsent(type, t -> new CopyOnWriteArrayList<>())
                .add(event -> listener.accept(type.cast(event)));
    }

    public void announce(Object event) {
        listeners.getOrDefault(event.getClass(), List.of()).forEach(listener -> listener.accept(event));
    }
}

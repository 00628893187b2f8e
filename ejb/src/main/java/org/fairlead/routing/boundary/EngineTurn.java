package org.fairlead.routing.boundary;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import org.fairlead.routing.control.RoutingLog;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is to run the engine. In a cluster the server keeps a singleton deployment on one node at a time: it
 * holds nothing but a name, and where the name is, the engine runs. When that node dies the server deploys it on
 * another, and the name appears there.
 */
final class EngineTurn implements Runnable {

    /** The system property with the name; a node without it is alone and always has its turn. */
    private static final String PROPERTY = "fairlead.engine.turn";

    private static final long LOOK_MILLIS = 100;

    /** Who was fenced though it is their turn waits so many looks: two that cannot see each other must not take turns. */
    static final int LOOKS_AFTER_FENCE = 50;

    private final BooleanSupplier here;
    private final Runnable begin;
    private final Runnable end;
    private final BooleanSupplier runs;
    private final CountDownLatch stop = new CountDownLatch(1);
    private boolean mine;
    private int idle;

    /**
     * @param here whether the name is here
     * @param begin the engine begins here
     * @param end it ends here
     * @param runs whether it runs here
     */
    EngineTurn(BooleanSupplier here, Runnable begin, Runnable end, BooleanSupplier runs) {
        this.here = here;
        this.begin = begin;
        this.end = end;
        this.runs = runs;
    }

    static @Nullable String name() {
        String name = System.getProperty(PROPERTY, "");
        return name.isBlank() ? null : name;
    }

    void stop() {
        stop.countDown();
    }

    @Override
    public void run() {
        try {
            do {
                look();
            } while (!stop.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void look() {
        boolean now = here.getAsBoolean();
        idle = now && mine && !runs.getAsBoolean() ? idle + 1 : 0;
        if (now && (!mine || idle > LOOKS_AFTER_FENCE)) {
            idle = 0;
            end.run();
            RoutingLog.turn(true);
            begin.run();
        } else if (!now && mine) {
            RoutingLog.turn(false);
            end.run();
        }
        mine = now;
    }

    /** Looks the name up. When that cannot be told, what was true before still is. */
    static BooleanSupplier at(String name) {
        AtomicBoolean last = new AtomicBoolean();
        return () -> {
            try {
                last.set(has(name));
            } catch (NamingException e) {
                RoutingLog.turnUnknown(e);
            }
            return last.get();
        };
    }

    @SuppressWarnings("BanJNDI") // a name of the server's own configuration
    private static boolean has(String name) throws NamingException {
        InitialContext names = new InitialContext();
        try {
            names.lookup(name);
            return true;
        } catch (NameNotFoundException e) {
            return false;
        } finally {
            names.close();
        }
    }
}

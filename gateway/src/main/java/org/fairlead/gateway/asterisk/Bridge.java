package org.fairlead.gateway.asterisk;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.fairlead.gateway.log.Log;
import org.fairlead.gateway.log.LogMessage;

/** Where the legs of one call meet; made when it is first needed. */
final class Bridge {

    private static final Log LOG = Log.of(Bridge.class);

    private final Ari ari;
    private final String id;
    private boolean made;

    Bridge(Ari ari, String id, boolean made) {
        this.ari = ari;
        this.id = id;
        this.made = made;
    }

    String path(String rest) {
        return "bridges/" + AriRequest.part(id) + rest;
    }

    Ari ari() {
        return ari;
    }

    /** Requests are carried out in their order, so what follows may count on it. */
    void make() {
        if (!made) {
            made = true;
            ari.send(AriRequest.post(path("")).with("type", "mixing,dtmf_events"), answer -> refused("make", answer));
        }
    }

    void add(Consumer<AriAnswer> then, Leg... legs) {
        make();
        String channels = Arrays.stream(legs).map(Leg::channel).collect(Collectors.joining(","));
        ari.send(AriRequest.post(path("/addChannel")).with("channel", channels), answer -> {
            refused("add to", answer);
            then.accept(answer);
        });
    }

    void remove(Leg leg, Consumer<AriAnswer> then) {
        if (leg.gone()) {
            return;
        }
        ari.send(AriRequest.post(path("/removeChannel")).with("channel", leg.channel()), answer -> {
            refused("remove from", answer);
            then.accept(answer);
        });
    }

    void destroy() {
        if (made) {
            made = false;
            ari.send(AriRequest.delete(path("")), answer -> {});
        }
    }

    /** A leg that is gone meanwhile is no fault. */
    private void refused(String what, AriAnswer answer) {
        if (!answer.done() && answer.status() >= 500) {
            LOG.say(
                    LogMessage.ENGINE_REFUSES,
                    "request",
                    what + " bridge " + id,
                    "status",
                    answer.status(),
                    "reason",
                    answer.reason());
        }
    }
}

package org.fairlead.gateway.asterisk;

import java.util.UUID;
import java.util.function.IntConsumer;
import org.fairlead.gateway.engine.TelephonyEngine.MessageOrder;

/** The message that one customer leaves: they hear what to do and a tone, and are recorded until they are done. */
final class VoiceMessage {

    private static final String TONE = "beep";

    private final CallWorld world;
    private final UUID call;
    private final Leg customer;
    private boolean recording;
    private IntConsumer done = seconds -> {};

    VoiceMessage(CallWorld world, UUID call, Leg customer) {
        this.world = world;
        this.call = call;
        this.customer = customer;
    }

    void take(Announcer announcer, MessageOrder order, IntConsumer then) {
        done = then;
        announcer.play(
                order.prompt(),
                order.language(),
                () -> announcer.play(TONE, order.language(), () -> record(order.mostSeconds())));
    }

    private void record(int mostSeconds) {
        recording = true;
        customer.record(Messages.nameOf(call), mostSeconds, answer -> {
            if (!answer.done()) {
                ended(0);
            }
        });
    }

    /** They are done and still there. */
    void ended(int seconds) {
        if (recording) {
            recording = false;
            done.accept(seconds);
            world.messages().collect(call, true);
        }
    }

    /** They hung up. */
    void gone() {
        if (recording) {
            recording = false;
            world.messages().collect(call, true);
        }
    }
}

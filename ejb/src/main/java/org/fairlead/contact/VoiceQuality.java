package org.fairlead.contact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How talks sounded at the agent's end. Role: agent, about contacts that the caller talked in. */
public interface VoiceQuality {

    /**
     * Keeps what the caller's browser measured of a contact.
     *
     * @throws org.fairlead.shared.NotFound when the caller never had the contact
     * @throws org.fairlead.shared.Refused when a figure cannot be, or the contact has too many already
     */
    void keep(UUID contactId, Measured measured);

    /**
     * @param seconds for how long it was measured, until now
     * @param codec as the browser names it, {@code audio/opus}
     * @param jitterMillis the mean
     * @param roundTripMillis the mean; null when the far end never told
     */
    record Measured(
            int seconds,
            String codec,
            long packetsReceived,
            long packetsLost,
            int jitterMillis,
            @Nullable Integer roundTripMillis) {

        private static final int DAY = 86_400;
        private static final int MINUTE_MILLIS = 60_000;

        /** Whether it can be true. */
        public boolean sound() {
            boolean counted = packetsReceived >= 0 && packetsLost >= 0;
            boolean timed = within(seconds, DAY) && within(jitterMillis, MINUTE_MILLIS);
            boolean round = roundTripMillis == null || within(roundTripMillis, MINUTE_MILLIS);
            return counted && timed && round && codec.matches("[a-z0-9/._-]{1,40}");
        }

        private static boolean within(int value, int most) {
            return value >= 0 && value <= most;
        }
    }
}

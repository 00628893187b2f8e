package org.fairlead.compliance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened before between the client and a person: what the rules count. Attempts made elsewhere before a
 * migration are among them; attempts that provably never left are not.
 *
 * @param number phone number, address or handle that was used
 * @param person the client's name for the person, null where only the number is known
 * @param debt what it was about, null where that is not known
 */
public record PastContact(
        Instant at,
        Channel channel,
        boolean inbound,
        String number,
        @Nullable String person,
        @Nullable String debt,
        Place place,
        Result result) {

    /** Whose telephone it was, as far as the list says. */
    public enum Place {
        /** Home, cell or otherwise the person's own. */
        PERSONAL,
        WORK,
        /** Of somebody else, who may know where the person is. */
        THIRD_PARTY,
        UNKNOWN
    }

    /** What became of it. */
    public enum Result {
        /** Under way: neither counted out nor followed by another. */
        OPEN,
        /** Nobody knows; counts as attempt, as connect and as conversation. */
        UNKNOWN,
        /** Busy, or no such number. */
        NOT_CONNECTED,
        NO_ANSWER,
        MACHINE,
        /** Answered, and no agent came. */
        ABANDONED,
        CONVERSATION,
        /** A conversation in which the person said no. */
        REFUSAL,
        /** A message that left. */
        SENT
    }

    /** An attempt of a campaign's that was written at that instant and whose end is known. */
    public static PastContact call(Instant at, String number, Result result) {
        return new PastContact(at, Channel.VOICE, false, number, null, null, Place.PERSONAL, result);
    }

    public PastContact about(@Nullable String whom, @Nullable String what) {
        return new PastContact(at, channel, inbound, number, whom, what, place, result);
    }
}

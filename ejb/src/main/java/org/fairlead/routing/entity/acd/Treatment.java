package org.fairlead.routing.entity.acd;

import java.util.UUID;

/** Where a contact goes when its queue is not, or no longer, the right place. */
public sealed interface Treatment {

    /** It keeps the instant from which its wait counts. */
    record ToQueue(UUID queue) implements Treatment {}

    /** Agents of this site may take it as well. */
    record ToSite(int site) implements Treatment {}

    /** Offers to be called back. */
    record Callback() implements Treatment {}

    record Voicemail() implements Treatment {}

    record Outside(String number) implements Treatment {}

    /** Says something and hangs up. */
    record Goodbye(String prompt) implements Treatment {}
}

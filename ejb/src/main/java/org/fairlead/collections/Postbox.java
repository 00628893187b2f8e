package org.fairlead.collections;

import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * The way out of the house for letters, e-mails and messages: a printer's folder, a mail server, a messages provider. What
 * was handed over once and is handed over again, because nobody heard that it arrived, is the same parcel by its id.
 */
public interface Postbox {

    /**
     * Hands one over.
     *
     * @param content a PDF for letters, UTF-8 text for the others
     * @throws Unposted when it never can be
     * @throws java.io.UncheckedIOException when it could not be handed over now; it is tried again
     */
    void post(Parcel parcel, byte[] content);

    /**
     * What is handed over.
     *
     * @param channel {@code LETTER}, {@code EMAIL} or {@code SMS}
     * @param sender in whose name it leaves; null where the client has none for this way
     */
    record Parcel(ClientId client, UUID id, String channel, @Nullable String sender, String address, String subject) {}
}

package org.fairlead.collections;

import java.util.UUID;
import org.fairlead.shared.ClientId;

/**
 * The way out of the house for letters, e-mails and messages: a printer's folder, a mail server, a messages provider. What
 * was handed over once and is handed over again, because nobody heard that it arrived, is the same parcel by its id.
 */
public interface Postbox {

    /**
     * Hands one over.
     *
     * @param content a PDF for letters, UTF-8 text for the others
     * @throws java.io.UncheckedIOException when it could not be handed over now; it is tried again
     */
    void post(Parcel parcel, byte[] content);

    /** @param channel {@code LETTER}, {@code EMAIL} or {@code SMS} */
    record Parcel(ClientId client, UUID id, String channel, String address, String subject) {}
}

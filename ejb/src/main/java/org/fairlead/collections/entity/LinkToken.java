package org.fairlead.collections.entity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.fairlead.shared.ClientId;

/**
 * What stands in a link to pay: the order and until when, signed, so that nobody can make one up or lengthen it. It fits
 * into a short message.
 */
public record LinkToken(ClientId client, UUID order, Instant until) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SAID = Integer.BYTES + 2 * Long.BYTES + Long.BYTES;
    private static final int SIGNED = 16;

    public String signed(String secret) {
        byte[] said = said();
        byte[] all = Arrays.copyOf(said, SAID + SIGNED);
        System.arraycopy(signature(said, secret), 0, all, SAID, SIGNED);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** Empty for what the secret did not sign. Whether it is too late is for the caller to say. */
    public static Optional<LinkToken> read(String text, String secret) {
        byte[] all = decoded(text);
        if (all.length != SAID + SIGNED) {
            return Optional.empty();
        }
        byte[] said = Arrays.copyOf(all, SAID);
        byte[] signed = Arrays.copyOfRange(all, SAID, all.length);
        if (!MessageDigest.isEqual(signature(said, secret), signed)) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(said);
        return Optional.of(new LinkToken(
                new ClientId(fields.getInt()),
                new UUID(fields.getLong(), fields.getLong()),
                Instant.ofEpochSecond(fields.getLong())));
    }

    private byte[] said() {
        return ByteBuffer.allocate(SAID)
                .putInt(client.value())
                .putLong(order.getMostSignificantBits())
                .putLong(order.getLeastSignificantBits())
                .putLong(until.getEpochSecond())
                .array();
    }

    private static byte[] signature(byte[] said, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Arrays.copyOf(mac.doFinal(said), SIGNED);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notOurs) {
            return new byte[0];
        }
    }
}

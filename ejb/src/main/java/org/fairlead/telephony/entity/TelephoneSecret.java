package org.fairlead.telephony.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.fairlead.jms.GatewayCommand.SetTelephone;

/** Makes a desk telephone's account and password, and the digest that is kept of it. */
public final class TelephoneSecret {

    private static final int ACCOUNT_BYTES = 6;
    private static final int PASSWORD_LENGTH = 20;
    /** Typed with a telephone's keys: nothing that looks like something else. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private TelephoneSecret() {}

    public static String account(SecureRandom random) {
        byte[] bytes = new byte[ACCOUNT_BYTES];
        random.nextBytes(bytes);
        return "x" + HexFormat.of().formatHex(bytes);
    }

    /** A hundred bits. */
    public static String password(SecureRandom random) {
        StringBuilder password = new StringBuilder(PASSWORD_LENGTH);
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /** As SIP's digest authentication wants it (RFC 2617): MD5 is what all telephones know. */
    public static String digest(String account, String password) {
        String secret = account + ":" + SetTelephone.REALM + ":" + password;
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}

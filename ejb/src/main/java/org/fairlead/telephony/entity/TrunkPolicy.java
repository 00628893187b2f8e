package org.fairlead.telephony.entity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fairlead.telephony.Sites.TrunkEdit;

/**
 * What may be set as a site's way to its customers. It becomes a part of an engine's configuration: nothing passes that
 * could mean more there. The answer is the first reason against it, a key of the bundles.
 */
public final class TrunkPolicy {

    private static final Pattern HOST =
            Pattern.compile("|[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(:(?<port>[0-9]{1,5}))?");
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._+@-]{0,80}");
    private static final Pattern PASSWORD = Pattern.compile("[\\x21-\\x7e&&[^;]]{0,120}");
    private static final int LAST_PORT = 65_535;
    private static final int MOST_A_SECOND = 1000;
    private static final int MOST_CHANNELS = 100_000;

    private TrunkPolicy() {}

    public static Optional<String> objection(TrunkEdit edit) {
        if (!host(edit.host())) {
            return Optional.of("site.host");
        }
        if (!ACCOUNT.matcher(edit.account()).matches()
                || (edit.host().isEmpty() && !edit.account().isEmpty())) {
            return Optional.of("site.account");
        }
        String password = edit.password();
        if (password != null && !PASSWORD.matcher(password).matches()) {
            return Optional.of("site.password");
        }
        if (edit.callsPerSecond() < 0 || edit.callsPerSecond() > MOST_A_SECOND) {
            return Optional.of("site.rate");
        }
        if (edit.channels() < 0 || edit.channels() > MOST_CHANNELS) {
            return Optional.of("site.channels");
        }
        return Optional.empty();
    }

    private static boolean host(String wanted) {
        Matcher host = HOST.matcher(wanted);
        if (!host.matches()) {
            return false;
        }
        String port = host.group("port");
        return port == null || (Integer.parseInt(port) > 0 && Integer.parseInt(port) <= LAST_PORT);
    }
}

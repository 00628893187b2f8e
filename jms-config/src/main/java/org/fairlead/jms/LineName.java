package org.fairlead.jms;

import java.util.Set;
import java.util.regex.Pattern;

/** What an agent's line at a telephony engine can be called: it bears the agent's log-in. */
public final class LineName {

    /** Objects of an engine's own configuration: no agent's line may take their place. */
    private static final Set<String> TAKEN =
            Set.of("trunk", "carrier", "udp", "ws", "wss", "global", "system", "anonymous");

    /** Desk telephones' accounts: no log-in may look like one. */
    private static final Pattern TELEPHONE = Pattern.compile("x[0-9a-f]{12}");

    /** How engines call those of other sites. */
    private static final String SITE = "site-";

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private LineName() {}

    public static boolean fits(String login) {
        return WORD.matcher(login).matches()
                && !TAKEN.contains(login)
                && !login.startsWith(SITE)
                && !isTelephone(login);
    }

    /** Whether this is the account of a desk telephone. */
    public static boolean isTelephone(String account) {
        return TELEPHONE.matcher(account).matches();
    }
}

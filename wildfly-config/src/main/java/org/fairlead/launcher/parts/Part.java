package org.fairlead.launcher.parts;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The processes of a stack; the order is that of starting, and backwards that of stopping. */
public enum Part {
    DATABASE("database"),
    SIGN_IN("sign-in"),
    SERVER("server"),
    CARRIER("carrier"),
    TELEPHONY_MANILA("telephony-manila"),
    TELEPHONY_IZMIR("telephony-izmir"),
    TELEPHONY_TIRANA("telephony-tirana"),
    GATEWAY("gateway");

    private static final Set<Part> TELEPHONY =
            Collections.unmodifiableSet(EnumSet.of(CARRIER, TELEPHONY_MANILA, TELEPHONY_IZMIR, TELEPHONY_TIRANA));

    private final String label;

    Part(String label) {
        this.label = label;
    }

    /** What a stack has when its telephony is the simulator. */
    public static Set<Part> usual() {
        return EnumSet.complementOf(EnumSet.copyOf(TELEPHONY));
    }

    /** Whether it is a telephony engine: a site lives on when one dies, and gets another. */
    public boolean telephony() {
        return TELEPHONY.contains(this);
    }

    /** Whether a site's own supervisor would start it again: calls live on in the engine while the gateway comes back. */
    public boolean ofASite() {
        return telephony() || this == GATEWAY;
    }

    /** The name in commands, files and bundle keys. */
    public String label() {
        return label;
    }
}

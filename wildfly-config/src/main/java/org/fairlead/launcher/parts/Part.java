package org.fairlead.launcher.parts;

/** The processes of a stack; the order is that of starting, and backwards that of stopping. */
public enum Part {
    DATABASE("database"),
    SIGN_IN("sign-in"),
    SERVER("server"),
    GATEWAY("gateway");

    private final String label;

    Part(String label) {
        this.label = label;
    }

    /** The name in commands, files and bundle keys. */
    public String label() {
        return label;
    }
}

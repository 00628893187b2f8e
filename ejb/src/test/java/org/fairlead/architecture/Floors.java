package org.fairlead.architecture;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/** The floors of the house, from the ground up: a lower one never sees a higher one. */
final class Floors {

    private static final String ROOT = "org.fairlead.";

    private static final Map<String, Integer> FLOOR = Map.ofEntries(
            entry("shared", 1),
            entry("security", 2),
            entry("client", 2),
            entry("customer", 2),
            entry("contact", 3),
            entry("compliance", 3),
            entry("script", 3),
            entry("telephony", 3),
            entry("routing", 4),
            entry("ivr", 4),
            entry("campaign", 4),
            entry("dialer", 5),
            entry("collections", 5),
            entry("channel", 5),
            entry("workforce", 5),
            entry("quality", 5),
            entry("agreement", 6),
            entry("billing", 6),
            entry("reporting", 6));

    private Floors() {}

    /** The capability that a package belongs to; empty outside {@code ejb}: the contract, the words, libraries. */
    static Optional<String> capability(String packageName) {
        if (!packageName.startsWith(ROOT)) {
            return Optional.empty();
        }
        String first = packageName.substring(ROOT.length()).split("\\.", 2)[0];
        return FLOOR.containsKey(first) ? Optional.of(first) : Optional.empty();
    }

    static int of(String capability) {
        return FLOOR.getOrDefault(capability, 0);
    }

    /** A capability's published language: its root package, where strangers may look. */
    static boolean isPublished(String packageName, String capability) {
        return packageName.equals(ROOT + capability);
    }

    /** The contract with the gateways and the words may be used by all; every other package of ours is a capability. */
    static boolean isKnown(String packageName) {
        return capability(packageName).isPresent()
                || packageName.startsWith(ROOT + "jms")
                || packageName.startsWith(ROOT + "i18n");
    }
}

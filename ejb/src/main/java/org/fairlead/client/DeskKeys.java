package org.fairlead.client;

import java.util.Map;

/** The keys by which a person works the desk: the house's, changed as the person likes. Role: agent. */
public interface DeskKeys {

    /** Each action's key, as the caller has it, in the order in which the desk lists them. */
    Map<String, String> mine();

    /**
     * Changes the caller's keys.
     *
     * @param chosen by action; actions that are not named keep the house's key, so that an empty map undoes everything
     * @throws org.fairlead.shared.Refused {@code keys.action} for an unknown action, {@code keys.key} for what is no
     *     single letter or sign, or is a digit, {@code keys.twice} when one key would do two things at once
     */
    Map<String, String> change(Map<String, String> chosen);
}

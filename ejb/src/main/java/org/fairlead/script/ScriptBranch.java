package org.fairlead.script;

import java.util.Map;

/**
 * A way out of a block, shown as a button.
 *
 * @param label by language
 * @param next id of the block that it leads to
 */
public record ScriptBranch(String id, Map<String, String> label, String next) {

    public ScriptBranch {
        label = Map.copyOf(label);
    }
}

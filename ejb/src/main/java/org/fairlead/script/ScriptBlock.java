package org.fairlead.script;

import java.util.List;
import java.util.Map;

/**
 * One step of a script as it is kept: all languages together.
 *
 * @param id unique within the version
 * @param mandatory must be read out (or asked) before the contact is closed, and must exist in every language
 * @param heading by language
 * @param text what to say, ask, disclose or note, by language
 * @param fields to be filled in while the block is read
 * @param branches choices that lead elsewhere than to the next block; empty: on to the next
 */
public record ScriptBlock(
        String id,
        Kind kind,
        boolean mandatory,
        Map<String, String> heading,
        Map<String, String> text,
        List<ScriptField> fields,
        List<ScriptBranch> branches) {

    /** What the agent does with a block. */
    public enum Kind {
        SAY,
        ASK,
        /** Words that law or contract want said, word for word. */
        DISCLOSURE,
        /** For the agent's eyes, never read out. */
        NOTE
    }

    public ScriptBlock {
        heading = Map.copyOf(heading);
        text = Map.copyOf(text);
        fields = List.copyOf(fields);
        branches = List.copyOf(branches);
    }
}

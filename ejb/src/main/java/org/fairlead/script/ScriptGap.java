package org.fairlead.script;

/**
 * What keeps a version from being published.
 *
 * @param block id of the block
 * @param part which words are missing
 * @param language in which they are missing
 * @param of id of the field, choice or branch whose label is missing; the block's id otherwise
 */
public record ScriptGap(String block, Part part, String language, String of) {

    /** Where words are needed. */
    public enum Part {
        HEADING,
        TEXT,
        FIELD_LABEL,
        CHOICE_LABEL,
        BRANCH_LABEL,
        /** A branch leads to a block that is not there; the language is empty. */
        BRANCH_TARGET
    }
}

package org.fairlead.script.entity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.fairlead.script.ScriptBlock;
import org.fairlead.script.ScriptBranch;
import org.fairlead.script.ScriptField;
import org.jspecify.annotations.Nullable;

/** Blocks and fields for tests, in Italian and English unless said otherwise. */
final class SomeBlocks {

    static final Map<String, String> BOTH = Map.of("it", "parole", "en", "words");
    static final Map<String, String> ITALIAN = Map.of("it", "parole");

    private SomeBlocks() {}

    static ScriptBlock block(String id, boolean mandatory, Map<String, String> words, ScriptBranch... branches) {
        return new ScriptBlock(id, ScriptBlock.Kind.SAY, mandatory, words, words, List.of(), List.of(branches));
    }

    static ScriptBlock with(ScriptBlock block, ScriptField... fields) {
        return new ScriptBlock(
                block.id(),
                block.kind(),
                block.mandatory(),
                block.heading(),
                block.text(),
                List.of(fields),
                block.branches());
    }

    static ScriptBranch branch(String id, String next) {
        return new ScriptBranch(id, BOTH, next);
    }

    static ScriptField field(ScriptField.Type type, boolean required) {
        return field(type, required, null, null, null);
    }

    static ScriptField field(
            ScriptField.Type type,
            boolean required,
            @Nullable String pattern,
            @Nullable String min,
            @Nullable String max) {
        return new ScriptField(
                "f",
                type,
                BOTH,
                required,
                pattern,
                min == null ? null : new BigDecimal(min),
                max == null ? null : new BigDecimal(max),
                List.of(new ScriptField.Choice("yes", BOTH), new ScriptField.Choice("no", BOTH)));
    }
}

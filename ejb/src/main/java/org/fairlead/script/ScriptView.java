package org.fairlead.script;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The script of a contact as the agent is led through it: the customer's language, the agent's own beside it.
 *
 * @param customerLanguage in which the words are to be said
 * @param agentLanguage of the second column; null when it would repeat the first
 */
public record ScriptView(
        UUID contactId,
        UUID programId,
        int version,
        String title,
        @Nullable String titleBeside,
        @Nullable String approvedBy,
        @Nullable LocalDate approvedOn,
        String customerLanguage,
        @Nullable String agentLanguage,
        List<Block> blocks) {

    public ScriptView {
        blocks = List.copyOf(blocks);
    }

    /** How many mandatory blocks have not been read yet. */
    public long unread() {
        return blocks.stream()
                .filter(block -> block.mandatory() && block.readAt() == null)
                .count();
    }

    /**
     * One step.
     *
     * @param textBeside the same in the agent's language; null when there is no second column
     * @param readAt when the agent marked it as read
     */
    public record Block(
            String id,
            ScriptBlock.Kind kind,
            boolean mandatory,
            String heading,
            @Nullable String headingBeside,
            String text,
            @Nullable String textBeside,
            List<Field> fields,
            List<Branch> branches,
            @Nullable Instant readAt) {

        public Block {
            fields = List.copyOf(fields);
            branches = List.copyOf(branches);
        }
    }

    /**
     * A field, its label in the agent's language.
     *
     * @param value what was written down so far; null: nothing
     */
    public record Field(
            String id,
            ScriptField.Type type,
            String label,
            boolean required,
            @Nullable String pattern,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            List<Choice> choices,
            @Nullable String value) {

        public Field {
            choices = List.copyOf(choices);
        }
    }

    /** An answer of a choice field, its label in the agent's language. */
    public record Choice(String value, String label) {}

    /** A way out of a block, its label in the agent's language. */
    public record Branch(String id, String label, String next) {}
}

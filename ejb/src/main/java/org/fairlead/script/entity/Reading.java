package org.fairlead.script.entity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fairlead.script.ScriptBlock;
import org.fairlead.script.ScriptField;
import org.fairlead.script.ScriptView;
import org.fairlead.shared.ByLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Lays a script out for one contact: the customer's language first, the agent's beside it.
 *
 * @param say the language that the customer speaks, when the programme has it, else the programme's first
 * @param beside the agent's language; null when it is the same
 * @param fallback the programme's first language
 * @param fill what stands for {@code {agent}}, {@code {customer}}, {@code {client}}
 * @param readAt when each block was read, by its id
 * @param answers values by {@code block/field}
 */
public record Reading(
        String say,
        @Nullable String beside,
        String fallback,
        Map<String, String> fill,
        Map<String, Instant> readAt,
        Map<String, String> answers) {

    private static final String ENGLISH = "en";
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    /**
     * Which languages an agent sees.
     *
     * @param wanted the customer's language; null when nobody knows it
     */
    public static String spoken(@Nullable String wanted, List<String> languages) {
        return wanted != null && languages.contains(wanted) ? wanted : languages.get(0);
    }

    /** The agent's own language if the script has it, else English if it has that; null for one column only. */
    public static @Nullable String besides(String say, String own, Map<String, String> words) {
        if (own.equals(say)) {
            return null;
        }
        if (words.containsKey(own)) {
            return own;
        }
        return words.containsKey(ENGLISH) && !ENGLISH.equals(say) ? ENGLISH : null;
    }

    public List<ScriptView.Block> blocks(List<ScriptBlock> blocks) {
        return blocks.stream().map(this::block).toList();
    }

    public String title(Map<String, String> title) {
        return ByLanguage.pick(title, say, fallback);
    }

    public @Nullable String titleBeside(Map<String, String> title) {
        return ByLanguage.exactly(title, beside);
    }

    private ScriptView.Block block(ScriptBlock block) {
        return new ScriptView.Block(
                block.id(),
                block.kind(),
                block.mandatory(),
                said(block.heading()),
                aside(block.heading()),
                said(block.text()),
                aside(block.text()),
                block.fields().stream().map(field -> field(block, field)).toList(),
                block.branches().stream()
                        .map(branch -> new ScriptView.Branch(branch.id(), label(branch.label()), branch.next()))
                        .toList(),
                readAt.get(block.id()));
    }

    private ScriptView.Field field(ScriptBlock block, ScriptField field) {
        return new ScriptView.Field(
                field.id(),
                field.type(),
                label(field.label()),
                field.required(),
                field.pattern(),
                field.min(),
                field.max(),
                field.choices().stream()
                        .map(choice -> new ScriptView.Choice(choice.value(), label(choice.label())))
                        .toList(),
                answers.get(answerKey(block.id(), field.id())));
    }

    /** How {@link #answers} names a field of a block. */
    public static String answerKey(String block, String field) {
        return block + "/" + field;
    }

    private String said(Map<String, String> words) {
        return filled(ByLanguage.pick(words, say, fallback));
    }

    private @Nullable String aside(Map<String, String> words) {
        String found = ByLanguage.exactly(words, beside);
        return found == null ? null : filled(found);
    }

    /** Labels are for the agent's eyes. */
    private String label(Map<String, String> words) {
        return beside == null ? ByLanguage.pick(words, say, fallback) : ByLanguage.pick(words, beside, say, fallback);
    }

    private String filled(String words) {
        return PLACE.matcher(words)
                .replaceAll(place -> Matcher.quoteReplacement(fill.getOrDefault(place.group(1), place.group())));
    }
}

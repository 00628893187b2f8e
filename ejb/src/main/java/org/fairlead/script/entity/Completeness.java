package org.fairlead.script.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fairlead.script.ScriptBlock;
import org.fairlead.script.ScriptBranch;
import org.fairlead.script.ScriptField;
import org.fairlead.script.ScriptGap;
import org.fairlead.script.ScriptGap.Part;

/**
 * May this version be published? Every mandatory block needs all its words in every language of the programme: what
 * law or contract wants said must be sayable to each customer. Any other block needs them in the programme's first
 * language, which is shown where another is missing. Every branch must lead somewhere.
 */
public final class Completeness {

    private Completeness() {}

    /** @param languages of the programme, the first is the default @return empty when the version may be published */
    public static List<ScriptGap> gaps(List<ScriptBlock> blocks, List<String> languages) {
        Set<String> ids = blocks.stream().map(ScriptBlock::id).collect(Collectors.toSet());
        List<ScriptGap> gaps = new ArrayList<>();
        for (ScriptBlock block : blocks) {
            List<String> needed = block.mandatory() ? languages : languages.subList(0, 1);
            for (String language : needed) {
                words(block, language, gaps);
            }
            for (ScriptBranch branch : block.branches()) {
                if (!ids.contains(branch.next())) {
                    gaps.add(new ScriptGap(block.id(), Part.BRANCH_TARGET, "", branch.id()));
                }
            }
        }
        return gaps;
    }

    private static void words(ScriptBlock block, String language, List<ScriptGap> gaps) {
        need(block.heading(), block, Part.HEADING, language, block.id(), gaps);
        need(block.text(), block, Part.TEXT, language, block.id(), gaps);
        for (ScriptField field : block.fields()) {
            need(field.label(), block, Part.FIELD_LABEL, language, field.id(), gaps);
            for (ScriptField.Choice choice : field.choices()) {
                need(choice.label(), block, Part.CHOICE_LABEL, language, choice.value(), gaps);
            }
        }
        for (ScriptBranch branch : block.branches()) {
            need(branch.label(), block, Part.BRANCH_LABEL, language, branch.id(), gaps);
        }
    }

    private static void need(
            Map<String, String> words, ScriptBlock block, Part part, String language, String of, List<ScriptGap> gaps) {
        if (words.getOrDefault(language, "").isBlank()) {
            gaps.add(new ScriptGap(block.id(), part, language, of));
        }
    }
}

package org.fairlead.script.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.script.entity.SomeBlocks.BOTH;
import static org.fairlead.script.entity.SomeBlocks.ITALIAN;
import static org.fairlead.script.entity.SomeBlocks.block;
import static org.fairlead.script.entity.SomeBlocks.branch;
import static org.fairlead.script.entity.SomeBlocks.field;
import static org.fairlead.script.entity.SomeBlocks.with;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.fairlead.script.ScriptBranch;
import org.fairlead.script.ScriptField;
import org.fairlead.script.ScriptGap;
import org.fairlead.script.ScriptGap.Part;
import org.junit.jupiter.api.Test;

class CompletenessTest {

    private static final List<String> LANGUAGES = List.of("it", "en");

    @Test
    void findsNothingMissingInACompleteVersion() {
        var blocks = List.of(
                with(block("greeting", true, BOTH, branch("on", "end")), field(ScriptField.Type.TEXT, true)),
                block("end", false, ITALIAN));

        assertThat(Completeness.gaps(blocks, LANGUAGES)).isEmpty();
    }

    @Test
    void namesEachWordThatAMandatoryBlockLacks() {
        var choice = new ScriptField(
                "slot",
                ScriptField.Type.CHOICE,
                ITALIAN,
                true,
                null,
                null,
                null,
                List.of(new ScriptField.Choice("am", ITALIAN)));
        var blocks =
                List.of(with(block("greeting", true, ITALIAN, new ScriptBranch("again", ITALIAN, "greeting")), choice));

        assertThat(Completeness.gaps(blocks, LANGUAGES))
                .containsExactly(
                        new ScriptGap("greeting", Part.HEADING, "en", "greeting"),
                        new ScriptGap("greeting", Part.TEXT, "en", "greeting"),
                        new ScriptGap("greeting", Part.FIELD_LABEL, "en", "slot"),
                        new ScriptGap("greeting", Part.CHOICE_LABEL, "en", "am"),
                        new ScriptGap("greeting", Part.BRANCH_LABEL, "en", "again"));
    }

    @Test
    void asksOptionalBlocksForTheFirstLanguageOnly() {
        var blocks = List.of(block("a", false, ITALIAN), block("b", false, Map.of("en", "words")));

        assertThat(Completeness.gaps(blocks, LANGUAGES))
                .extracting(ScriptGap::block, ScriptGap::language)
                .containsOnly(org.assertj.core.groups.Tuple.tuple("b", "it"));
    }

    @Test
    void takesBlankWordsForMissing() {
        var blocks = List.of(block("greeting", true, Map.of("it", "parole", "en", " ")));

        assertThat(Completeness.gaps(blocks, LANGUAGES)).hasSize(2);
    }

    @Test
    void findsABranchThatLeadsNowhere() {
        var blocks = List.of(block("a", true, BOTH, branch("on", "nowhere")));

        assertThat(Completeness.gaps(blocks, LANGUAGES))
                .containsExactly(new ScriptGap("a", Part.BRANCH_TARGET, "", "on"));
    }

    @Property
    void isCompleteExactlyWhenEveryLanguageHasWords(@ForAll Set<Language> written, @ForAll boolean mandatory) {
        Map<String, String> words = new HashMap<>();
        written.forEach(language -> words.put(language.name(), "words"));

        boolean complete = Completeness.gaps(List.of(block("a", mandatory, words)), List.of("it", "en", "tr"))
                .isEmpty();

        boolean wanted = mandatory
                ? written.containsAll(List.of(Language.it, Language.en, Language.tr))
                : written.contains(Language.it);
        assertThat(complete).isEqualTo(wanted);
    }

    /** Languages that a programme or an agent may have. */
    enum Language {
        it,
        en,
        tr,
        ru
    }
}

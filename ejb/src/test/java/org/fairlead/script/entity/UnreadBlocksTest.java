package org.fairlead.script.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.script.entity.SomeBlocks.BOTH;
import static org.fairlead.script.entity.SomeBlocks.block;
import static org.fairlead.script.entity.SomeBlocks.branch;

import java.util.List;
import java.util.Set;
import org.fairlead.script.ScriptBlock;
import org.junit.jupiter.api.Test;

class UnreadBlocksTest {

    private static final List<ScriptBlock> BLOCKS = List.of(
            block("person", true, BOTH, branch("yes", "greeting")),
            block("other", false, BOTH, branch("end", "closing")),
            block("greeting", true, BOTH),
            block("terms", true, BOTH),
            block("closing", true, BOTH));

    @Test
    void namesEveryMandatoryBlockWhenNothingWasRead() {
        assertThat(unread(Set.of())).containsExactly("person", "greeting", "terms", "closing");
    }

    @Test
    void leavesOutWhatABranchLedPast() {
        assertThat(unread(Set.of("person", "other", "closing"))).isEmpty();
    }

    @Test
    void keepsWhatWasSkippedWithoutABranch() {
        assertThat(unread(Set.of("person", "greeting", "closing"))).containsExactly("terms");
    }

    @Test
    void readingTheLastWordsAloneExcusesNothing() {
        assertThat(unread(Set.of("closing"))).containsExactly("person", "greeting", "terms");
    }

    private static List<String> unread(Set<String> read) {
        return UnreadBlocks.of(BLOCKS, read).stream().map(ScriptBlock::id).toList();
    }
}

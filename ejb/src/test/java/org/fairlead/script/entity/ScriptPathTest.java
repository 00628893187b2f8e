package org.fairlead.script.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.script.entity.SomeBlocks.BOTH;
import static org.fairlead.script.entity.SomeBlocks.block;
import static org.fairlead.script.entity.SomeBlocks.branch;

import java.util.List;
import org.fairlead.script.ScriptBlock;
import org.junit.jupiter.api.Test;

class ScriptPathTest {

    private static final List<ScriptBlock> BLOCKS = List.of(
            block("greeting", true, BOTH),
            block("topic", false, BOTH, branch("bill", "explain"), branch("loop", "greeting")),
            block("meter", false, BOTH),
            block("explain", false, BOTH));

    @Test
    void goesToTheNextBlockWithoutAChoice() {
        assertThat(ScriptPath.next(BLOCKS, "greeting", null)).contains("topic");
        assertThat(ScriptPath.next(BLOCKS, "topic", null)).contains("meter");
    }

    @Test
    void goesWhereTheChosenBranchLeads() {
        assertThat(ScriptPath.next(BLOCKS, "topic", "bill")).contains("explain");
        assertThat(ScriptPath.next(BLOCKS, "topic", "loop")).contains("greeting");
    }

    @Test
    void takesAnUnknownChoiceForNone() {
        assertThat(ScriptPath.next(BLOCKS, "topic", "other")).contains("meter");
    }

    @Test
    void endsAfterTheLastBlock() {
        assertThat(ScriptPath.next(BLOCKS, "explain", null)).isEmpty();
        assertThat(ScriptPath.next(BLOCKS, "unknown", null)).isEmpty();
    }
}

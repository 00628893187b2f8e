package org.fairlead.script.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fairlead.script.ScriptBlock;

/**
 * Which mandatory blocks were left out. A block that lies between a branch that was taken and where it leads was not on
 * the way; a branch counts as taken when its block was read and something at its end or behind it was read too.
 */
public final class UnreadBlocks {

    private UnreadBlocks() {}

    public static List<ScriptBlock> of(List<ScriptBlock> blocks, Set<String> read) {
        List<ScriptBlock> left = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at++) {
            ScriptBlock block = blocks.get(at);
            if (block.mandatory() && !read.contains(block.id()) && !jumped(blocks, read, at)) {
                left.add(block);
            }
        }
        return left;
    }

    private static boolean jumped(List<ScriptBlock> blocks, Set<String> read, int at) {
        return blocks.subList(0, at).stream()
                .filter(before -> read.contains(before.id()))
                .flatMap(before -> before.branches().stream())
                .mapToInt(branch -> position(blocks, branch.next()))
                .anyMatch(end -> end > at && readFrom(blocks, read, end));
    }

    private static boolean readFrom(List<ScriptBlock> blocks, Set<String> read, int end) {
        return blocks.subList(end, blocks.size()).stream().anyMatch(block -> read.contains(block.id()));
    }

    private static int position(List<ScriptBlock> blocks, String id) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}

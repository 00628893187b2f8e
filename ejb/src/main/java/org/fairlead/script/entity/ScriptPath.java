package org.fairlead.script.entity;

import java.util.List;
import java.util.Optional;
import org.fairlead.script.ScriptBlock;
import org.fairlead.script.ScriptBranch;
import org.jspecify.annotations.Nullable;

/** The way through a script: where the chosen branch leads, else the block that stands next. */
public final class ScriptPath {

    private ScriptPath() {}

    /** @param branch the choice; null: none was made @return empty at the end of the script */
    public static Optional<String> next(List<ScriptBlock> blocks, String from, @Nullable String branch) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).id().equals(from)) {
                Optional<String> chosen = blocks.get(i).branches().stream()
                        .filter(choice -> choice.id().equals(branch))
                        .map(ScriptBranch::next)
                        .findFirst();
                return chosen.isPresent() || i + 1 == blocks.size()
                        ? chosen
                        : Optional.of(blocks.get(i + 1).id());
            }
        }
        return Optional.empty();
    }
}

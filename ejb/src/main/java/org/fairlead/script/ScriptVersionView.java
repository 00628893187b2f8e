package org.fairlead.script;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a programme's script.
 *
 * @param title in the caller's language, else in the programme's first
 * @param blocks how many
 * @param gaps what is missing before it may be published; empty when complete
 */
public record ScriptVersionView(
        UUID programId,
        int version,
        State state,
        String title,
        int blocks,
        @Nullable String approvedBy,
        @Nullable LocalDate approvedOn,
        List<ScriptGap> gaps) {

    /** Life of a version; one is published at a time. */
    public enum State {
        DRAFT,
        PUBLISHED,
        RETIRED
    }

    public ScriptVersionView {
        gaps = List.copyOf(gaps);
    }
}

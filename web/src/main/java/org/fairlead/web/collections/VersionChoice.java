package org.fairlead.web.collections;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.fairlead.collections.Strategies.Version;
import org.fairlead.web.shell.Viewer;
import org.jspecify.annotations.Nullable;

/** Which version a page shows, and as of when: what is kept or published is what was seen. */
final class VersionChoice implements Serializable {

    private static final long serialVersionUID = 1L;

    private int version;
    private boolean draft;
    private @Nullable Instant seen;

    /** Keeps what the fields say: those who may write alone, and as nobody's where it says what it said before. */
    interface Keeping {

        /** @return when it was written now */
        Instant keep(Instant seen);
    }

    int version() {
        return version;
    }

    void name(int named) {
        version = named;
    }

    boolean isDraft() {
        return draft;
    }

    boolean isEditable(Viewer viewer) {
        return draft && viewer.has("bpo-admin");
    }

    /** Without one that is named the draft that there is, else what is in force. */
    void fix(List<Version> all) {
        if (version == 0 && !all.isEmpty()) {
            version = all.stream()
                    .filter(one -> isDraft(one) || one.inForce())
                    .findFirst()
                    .orElse(all.get(0))
                    .version();
        }
    }

    /** Read before what the version says: what is written between the two is refused when it is published, not overlooked. */
    void show(List<Version> all) {
        Version shown =
                all.stream().filter(one -> one.version() == version).findFirst().orElse(null);
        draft = shown != null && isDraft(shown);
        seen = shown == null ? null : shown.draftedAt();
    }

    void keep(Viewer viewer, Keeping fields) {
        if (isEditable(viewer)) {
            seen = fields.keep(seen());
        }
    }

    /** When the draft that is shown was written. */
    Instant seen() {
        return seen == null ? Instant.EPOCH : seen;
    }

    private static boolean isDraft(Version one) {
        return one.state().equals("DRAFT");
    }
}

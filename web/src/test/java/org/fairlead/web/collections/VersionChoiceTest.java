package org.fairlead.web.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.collections.Strategies.Version;
import org.fairlead.shared.ClientId;
import org.fairlead.web.shell.Viewer;
import org.junit.jupiter.api.Test;

/** Who keeps which version of what they see. */
class VersionChoiceTest {

    private static final Instant WRITTEN = Instant.parse("2026-03-02T09:00:00Z");

    private final VersionChoice choice = new VersionChoice();
    private final List<Instant> kept = new ArrayList<>();

    @Test
    void aSupervisorWhoTriesADraftKeepsNothing() {
        show(version(1, "PUBLISHED", true), version(2, "DRAFT", false));

        choice.keep(whoIs("supervisor"), this::keep);

        assertThat(choice.version()).isEqualTo(1);
        choice.name(2);
        show(version(2, "DRAFT", false));
        choice.keep(whoIs("supervisor"), this::keep);
        assertThat(kept).isEmpty();
        assertThat(choice.seen()).isEqualTo(WRITTEN);
    }

    @Test
    void whoMayWriteKeepsWhatTheySawAndSeesWhatTheyKept() {
        show(version(2, "DRAFT", false), version(1, "PUBLISHED", true));

        choice.keep(whoIs("bpo-admin"), this::keep);
        choice.keep(whoIs("bpo-admin"), this::keep);

        assertThat(choice.version()).isEqualTo(2);
        assertThat(kept).containsExactly(WRITTEN, WRITTEN.plusSeconds(1));
        assertThat(choice.seen()).isEqualTo(WRITTEN.plusSeconds(2));
    }

    @Test
    void whatWasPublishedIsNotKept() {
        show(version(1, "PUBLISHED", true));

        choice.keep(whoIs("bpo-admin"), this::keep);

        assertThat(kept).isEmpty();
        assertThat(choice.isDraft()).isFalse();
    }

    private Instant keep(Instant seen) {
        kept.add(seen);
        return seen.plusSeconds(1);
    }

    private void show(Version... versions) {
        choice.fix(List.of(versions));
        choice.show(List.of(versions));
    }

    private static Version version(int version, String state, boolean inForce) {
        return new Version(new ClientId(7), version, state, null, inForce, "bora", WRITTEN, null, null);
    }

    private static Viewer whoIs(String role) {
        return new Viewer() {
            @Override
            public boolean has(String roles) {
                return role.equals(roles);
            }
        };
    }
}

package org.fairlead.collections.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fairlead.shared.ClientId;
import org.junit.jupiter.api.Test;

class LinkTokenTest {

    private static final LinkToken TOKEN =
            new LinkToken(new ClientId(7), new UUID(1, 2), Instant.parse("2026-11-24T09:00:00Z"));

    @Test
    void whatTheSecretSignedIsReadAsItWasWritten() {
        assertThat(LinkToken.read(TOKEN.signed("secret"), "secret")).contains(TOKEN);
        assertThat(TOKEN.signed("secret").length()).isLessThan(80);
    }

    @Test
    void anotherSecretAndAnythingElseAreNoLink() {
        assertThat(LinkToken.read(TOKEN.signed("secret"), "another")).isEmpty();
        assertThat(LinkToken.read("", "secret")).isEmpty();
        assertThat(LinkToken.read("../../etc", "secret")).isEmpty();
        assertThat(LinkToken.read(TOKEN.signed("secret") + "AA", "secret")).isEmpty();
    }

    /** Neither another client nor a later day can be written into it. */
    @Property(tries = 200)
    void noLetterOfItCanBeChanged(@ForAll @IntRange(max = 69) int at, @ForAll @IntRange(max = 25) int letter) {
        String signed = TOKEN.signed("secret");
        char other = (char) ('a' + letter);
        int place = at % (signed.length() - 1);

        String changed = signed.substring(0, place) + other + signed.substring(place + 1);

        assertThat(LinkToken.read(changed, "secret").isPresent()).isEqualTo(changed.equals(signed));
    }
}

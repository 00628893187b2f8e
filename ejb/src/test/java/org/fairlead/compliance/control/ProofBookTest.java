package org.fairlead.compliance.control;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.campaign.TestCampaign;
import org.fairlead.collections.control.DebtNameBook;
import org.fairlead.compliance.Wishes.Consent;
import org.fairlead.compliance.Wishes.ConsentWord;
import org.fairlead.compliance.Wishes.ProofView;
import org.fairlead.compliance.entity.ProofKind;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The file that proves a consent. */
@Tag("database")
class ProofBookTest {

    private static final ClientId CLIENT = TestCampaign.CLIENT;
    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    private static final String NUMBER = "+15185550100";

    private final TestCampaign campaign = new TestCampaign();
    private Connection c;
    private WishBook wishes;
    private UUID consent;

    @BeforeEach
    void enter() {
        c = campaign.scoped(CLIENT);
        wishes = new WishBook(c, CLIENT, new DebtNameBook(), stopped -> {});
        consent = wishes.consent(
                new ConsentWord(NUMBER, null, null, null, true, NOON, null, "form", "page 4"), "clara", NOON);
    }

    @AfterEach
    void leave() throws SQLException {
        c.close();
        campaign.close();
    }

    @Test
    void isKeptAsItWasHandedInWithItsHash() {
        ProofView kept = ProofBook.keep(c, CLIENT, consent, "form.pdf", file("%PDF-1.7 signed"), "clara", NOON);

        assertThat(kept.sha256()).hasSize(64);
        assertThat(ProofBook.file(c, CLIENT, consent).content()).isEqualTo("%PDF-1.7 signed".getBytes(UTF_8));
        assertThat(ProofBook.file(c, CLIENT, consent).mediaType()).isEqualTo("application/pdf");
        assertThat(wishes.said(NUMBER).consents()).extracting(Consent::file).containsExactly(kept);
    }

    @Test
    void isNeverReplacedAndIsSomethingThatCanBeLookedAt() {
        ProofBook.keep(c, CLIENT, consent, "letter.txt", file("Sì, chiamatemi."), "clara", NOON);

        assertThatThrownBy(() -> ProofBook.keep(c, CLIENT, consent, "other.pdf", file("%PDF-2"), "clara", NOON))
                .hasMessage("proof.kept");
        assertThatThrownBy(() -> ProofBook.keep(c, CLIENT, consent, "a.exe", file("MZ\0\1"), "clara", NOON))
                .hasMessage("proof.kind");
        assertThatThrownBy(() -> ProofBook.keep(c, CLIENT, consent, "a.pdf", file(""), "clara", NOON))
                .hasMessage("proof.empty");
        assertThatThrownBy(() -> ProofBook.keep(c, TestCampaign.STRANGER, consent, "a", file("x"), "clara", NOON))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void isToldByItsBytesAndNothingThatABrowserWouldRunIsAmongThem() {
        assertThat(kind("RIFF\1\2\0\0WAVEfmt ")).contains(ProofKind.WAVE);
        assertThat(kind("RIFF\1\2\0\0AVI LIST")).isEmpty();
        assertThat(kind("RIFF")).contains(ProofKind.TEXT);
        assertThat(kind("ÿû.frames")).contains(ProofKind.MP3_FRAMES);
        assertThat(kind("ÿó.frames")).contains(ProofKind.MP3_FRAMES);
        assertThat(kind("ÿà.frames")).isEmpty();
        assertThat(kind("<html><script>")).isEmpty();
        assertThat(kind(" \n<svg onload=x>")).isEmpty();
        assertThat(ProofKind.of("\ufeff<html>".getBytes(UTF_8))).isEmpty();
        assertThat(kind("5 < 6, he said yes")).contains(ProofKind.TEXT);
    }

    private static Optional<ProofKind> kind(String begins) {
        return ProofKind.of(begins.getBytes(ISO_8859_1));
    }

    private static InputStream file(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}

package org.fairlead.web.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fairlead.compliance.Evidence;
import org.fairlead.compliance.Evidence.Dossier;
import org.fairlead.compliance.Wishes;
import org.fairlead.i18n.Formats;
import org.fairlead.i18n.Language;
import org.fairlead.i18n.Words;
import org.fairlead.shared.ClientId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DossierPdfTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void aDossierIsDrawnInEveryLanguage(Language language) throws IOException {
        Words words = Words.in(language);
        Dossier dossier = new Dossier(
                new ClientId(2),
                "+905321234567",
                Instant.parse("2026-11-22T10:00:00Z"),
                "clara",
                List.of(),
                List.of(new Evidence.Event(Instant.parse("2026-11-19T10:00:00Z"), "VOICE", true, "CONVERSATION")),
                List.of(new Wishes.Consent(
                        false,
                        "SMS",
                        "kart",
                        Instant.parse("2026-11-20T10:00:00Z"),
                        Instant.parse("2026-12-24T10:00:00Z"),
                        "mektup <b>",
                        "Şişli & Ко",
                        "clara",
                        UUID.randomUUID(),
                        new Wishes.ProofView(
                                "form.pdf", 4, "cafe".repeat(16), "clara", Instant.parse("2026-11-20T10:00:00Z")))),
                List.of(new Wishes.Hold(
                        new UUID(0, 1),
                        "breathing-space",
                        "AK-1",
                        Instant.parse("2026-11-20T10:00:00Z"),
                        null,
                        "x",
                        false)),
                List.of("INTERNAL", "US_NATIONAL_DNC"));

        byte[] pdf = new DossierPdf(words, Formats.of(language, ZoneId.of("Europe/Istanbul"))).of(dossier);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("+905321234567", "US_NATIONAL_DNC", "mektup <b>", "Şişli & Ко")
                    .as("all of a consent: for which way, which brand, until when")
                    .contains(
                            words.get("compliance.consent.revoked"), words.get("compliance.channel.SMS"), "kart", "24")
                    .as("the file that proves it, and its hash")
                    .contains("form.pdf", "cafecafe")
                    .as("a hold's reason and debt")
                    .contains(words.get("compliance.hold.breathing-space"), "AK-1")
                    .as("which way a contact went and what it came to")
                    .contains(words.get("state.direction.INBOUND"), words.get("compliance.result.CONVERSATION"))
                    .contains(words.get("compliance.list.INTERNAL"))
                    .as("nothing as it is stored")
                    .doesNotContain("INTERNAL", "VOICE", "CONVERSATION");
        }
    }
}

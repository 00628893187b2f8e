package org.fairlead.web.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
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
                List.of(),
                List.of(new Wishes.Consent(
                        false,
                        null,
                        null,
                        Instant.parse("2026-11-20T10:00:00Z"),
                        null,
                        "mektup <b>",
                        "Şişli & Ко",
                        "clara")),
                List.of(),
                List.of("INTERNAL"));

        byte[] pdf = new DossierPdf(words, Formats.of(language, ZoneId.of("Europe/Istanbul"))).of(dossier);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("+905321234567", "INTERNAL", "mektup <b>", "Şişli & Ко")
                    .contains(words.get("compliance.consent.revoked"), words.get("common.none"));
        }
    }
}

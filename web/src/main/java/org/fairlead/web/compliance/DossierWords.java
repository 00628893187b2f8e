package org.fairlead.web.compliance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fairlead.compliance.Evidence.Event;
import org.fairlead.compliance.Wishes;
import org.fairlead.compliance.Wishes.Consent;
import org.fairlead.compliance.Wishes.Hold;
import org.fairlead.i18n.Formats;
import org.fairlead.i18n.Words;
import org.jspecify.annotations.Nullable;

/** What is known of a number, each line in the reader's language: the same on the page and in the letter. */
public record DossierWords(Words words, Formats formats) {

    private static final String BETWEEN = " · ";

    /** The house's own lists have a name in each language; a register is called as its country calls it. */
    public String lists(List<String> names) {
        return names.isEmpty()
                ? words.get("common.none")
                : String.join(", ", names.stream().map(this::list).toList());
    }

    private String list(String name) {
        String key = "compliance.list." + name;
        return words.has(key) ? words.get(key) : name;
    }

    /** For which ways and which brand, and until when, is as much a part of a consent as that it was given. */
    public String consent(Consent word) {
        List<String> parts = new ArrayList<>();
        parts.add(words.get(word.given() ? "compliance.consent.given" : "compliance.consent.revoked"));
        parts.add(words.get("compliance.channel") + ": " + channel(word.channel()));
        if (word.brand() != null) {
            parts.add(words.get("compliance.brand") + ": " + word.brand());
        }
        parts.add(formats.dateTime(word.since()));
        if (word.until() != null) {
            parts.add(words.get("compliance.rule.to") + " " + formats.dateTime(word.until()));
        }
        parts.addAll(List.of(word.source(), word.proof(), word.recordedBy()));
        Wishes.ProofView file = word.file();
        if (file != null) {
            parts.add(words.format("compliance.proof.file", file.name(), file.sha256()));
        }
        return String.join(BETWEEN, parts);
    }

    public String hold(Hold hold) {
        List<String> parts = new ArrayList<>();
        parts.add(words.get("compliance.denial.hold") + ": " + holdKind(words, hold.kind()));
        parts.add(words.get("compliance.hold.about") + ": "
                + (hold.debt() == null ? words.get("common.all") : hold.debt()));
        parts.add(formats.dateTime(hold.since()));
        if (hold.until() != null) {
            parts.add(words.get("compliance.rule.to") + " " + formats.dateTime(hold.until()));
        }
        parts.add(hold.ofNumber() ? hold.source() : words.get("compliance.hold.of.debt"));
        return String.join(BETWEEN, parts);
    }

    public String event(Event event) {
        return String.join(
                BETWEEN,
                formats.dateTime(event.at()),
                words.get("state.direction." + (event.inbound() ? "INBOUND" : "OUTBOUND")),
                channel(event.channel()),
                result(event.result()));
    }

    private String channel(@Nullable String channel) {
        return words.get(channel == null ? "common.all" : "compliance.channel." + channel);
    }

    private String result(String result) {
        String key = "compliance.result." + result;
        return words.has(key) ? words.get(key) : result;
    }

    /** Verdicts that were written before collections had the words of the rules say {@code BREATHING_SPACE}. */
    static String holdKind(Words words, String kind) {
        String key = "compliance.hold." + kind.toLowerCase(Locale.ROOT).replace('_', '-');
        return words.has(key) ? words.get(key) : kind;
    }
}

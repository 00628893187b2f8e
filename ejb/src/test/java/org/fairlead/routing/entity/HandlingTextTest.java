package org.fairlead.routing.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fairlead.contact.Outcome;
import org.junit.jupiter.api.Test;

class HandlingTextTest {

    @Test
    void isReadAsItWasWritten() {
        var terms = new Handling.Terms(Map.of("lang:it", 2), 20, 30, 0, 25, "+39", "Billing", true, false, true, null);
        Handling handling = Handling.on(terms, UUID.randomUUID())
                .nowDialled()
                .ending(Outcome.ABANDONED)
                .callback(Instant.parse("2026-11-22T10:00:00Z"), true)
                .consulting("+390299999999")
                .transfer(new Handling.PendingTransfer(UUID.randomUUID(), null));

        assertThat(HandlingText.read(HandlingText.write(handling))).isEqualTo(handling);
    }

    @Test
    void readsWhatTheFirstVersionWrote() {
        String text =
                """
                {"skills":{"lang:it":2},"only":null,"reservationSeconds":20,"wrapUpSeconds":30,"previewSeconds":0,
                "ringSeconds":0,"callerId":"","origin":"Billing","detectMachine":false,"auto":false,"preview":false,
                "dialled":false,"ending":null,"callbackAt":null}
                """;

        Handling read = HandlingText.read(text);

        assertThat(read.terms().skills()).containsEntry("lang:it", 2);
        assertThat(read.terms().wrapUpSeconds()).isEqualTo(30);
        assertThat(read.transfer()).isNull();
    }
}

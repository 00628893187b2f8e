package org.fairlead.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fairlead.jms.GatewayCommand.TransferKind;
import org.fairlead.routing.Presence;
import org.jspecify.annotations.Nullable;

/** The bodies of the desk's requests. */
final class DeskRequests {

    private DeskRequests() {}

    record Session(@Nullable String session) {}

    record Present(@Nullable Presence presence, @Nullable String reason) {}

    record Switch(@Nullable Boolean on) {}

    record Keys(@Nullable String keys) {}

    record Transfer(@Nullable TransferKind kind, @Nullable String target) {}

    record Reason(@Nullable String reason) {}

    record Note(@Nullable String words) {}

    record Close(
            @Nullable String disposition,
            @Nullable String note,
            @Nullable Instant callbackAt,
            @Nullable Boolean callbackMine) {}

    record Voice(
            @Nullable Integer seconds,
            @Nullable String codec,
            @Nullable Long received,
            @Nullable Long lost,
            @Nullable Integer jitterMillis,
            @Nullable Integer roundTripMillis) {}

    record Telephone(@Nullable Boolean desk, @Nullable Boolean autoAnswer) {}

    record ChosenKeys(@Nullable Map<String, String> keys) {}

    /** What was read and written down since the last time; several in one request. */
    record Progress(@Nullable List<String> read, @Nullable List<Answer> answers) {}

    record Answer(String block, String field, @Nullable String value) {}
}

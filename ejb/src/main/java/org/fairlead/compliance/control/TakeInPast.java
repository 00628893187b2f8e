package org.fairlead.compliance.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.PastContact.Place;
import org.fairlead.compliance.PastContact.Result;
import org.fairlead.compliance.Wishes;
import org.fairlead.compliance.Wishes.Elsewhere;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Contacts that were made elsewhere, from CSV, in the caller's transaction. */
public final class TakeInPast {

    private static final List<String> NEEDED = Wishes.COLUMNS.subList(0, 2);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final WishBook wishes;
    private final String source;
    private final String login;
    private final Instant now;

    public TakeInPast(WishBook wishes, String source, String login, Instant now) {
        this.wishes = wishes;
        this.source = source;
        this.login = login;
        this.now = now;
    }

    /** @return how many were new */
    public int take(InputStream csv) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .get();
        try (var rows = format.parse(reader(csv))) {
            if (!rows.getHeaderNames().containsAll(NEEDED)) {
                throw new Refused("import.columns", String.join(", ", NEEDED));
            }
            int added = 0;
            for (CSVRecord row : rows) {
                added += insert(row);
            }
            if (rows.getRecordNumber() == 0) {
                throw new Refused("import.empty");
            }
            return told(added);
        } catch (UncheckedIOException e) {
            throw refused(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw refused(e);
        } catch (IllegalArgumentException e) {
            // a heading twice, or none
            Refused refused = new Refused("import.columns", String.join(", ", NEEDED));
            refused.initCause(e);
            throw refused;
        }
    }

    /**
     * Calls of which only that they were made is known.
     *
     * @return how many were new
     */
    public int take(List<Elsewhere> calls) {
        int added = Sql.update(
                wishes.connection(),
                """
                insert into outreach_import (client_id, import_id, at, channel, inbound, number, person, debt, place, result,
                                             source, imported_by, imported_at)
                select ?, x.id, x.at::timestamptz, ?, false, x.number, x.person, x.debt, ?, ?, ?, ?, ?
                from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[]) as x(id, at, number, person, debt)
                on conflict do nothing
                """,
                wishes.client(),
                Channel.VOICE.name(),
                Place.UNKNOWN.name(),
                Result.UNKNOWN.name(),
                source,
                login,
                now,
                calls.stream().map(call -> Ids.next()).toArray(UUID[]::new),
                calls.stream().map(call -> call.at().toString()).toArray(String[]::new),
                calls.stream().map(Elsewhere::number).toArray(String[]::new),
                calls.stream().map(Elsewhere::person).toArray(String[]::new),
                calls.stream().map(Elsewhere::debt).toArray(String[]::new));
        return told(added);
    }

    /** A cap may be full now. */
    private int told(int added) {
        if (added > 0) {
            wishes.stop();
        }
        return added;
    }

    /** Letters that are not UTF-8 are not guessed: a name would be kept wrongly, and nobody would see it. */
    private static Reader reader(InputStream csv) {
        return new InputStreamReader(
                csv,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static RuntimeException refused(IOException e) {
        if (e instanceof CharacterCodingException) {
            Refused refused = new Refused("import.encoding");
            refused.initCause(e);
            return refused;
        }
        return new UncheckedIOException(e);
    }

    private int insert(CSVRecord row) {
        return Sql.update(
                wishes.connection(),
                """
                insert into outreach_import (client_id, import_id, at, channel, inbound, number, person, debt, place, result,
                                             source, imported_by, imported_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                wishes.client(),
                Ids.next(),
                at(row),
                word(Channel.class, row, "channel", Channel.VOICE).name(),
                Boolean.parseBoolean(text(row, "inbound")),
                number(row),
                text(row, "person"),
                debt(row),
                word(Place.class, row, "place", Place.UNKNOWN).name(),
                word(Result.class, row, "result", Result.UNKNOWN).name(),
                source,
                login,
                now);
    }

    /** Null, which is any debt, where the client calls several by that name: caps then count it for each. */
    private @Nullable String debt(CSVRecord row) {
        String written = text(row, "debt");
        if (written == null) {
            return null;
        }
        Set<String> debts = wishes.debts(written);
        if (debts.isEmpty()) {
            throw new Refused("import.debt", row.getRecordNumber() + 1, written);
        }
        return debts.size() == 1 ? debts.iterator().next() : null;
    }

    private String number(CSVRecord row) {
        String written = text(row, "number");
        try {
            return wishes.number(written == null ? "" : written);
        } catch (Refused e) {
            throw fault(row, "number");
        }
    }

    private Instant at(CSVRecord row) {
        try {
            Instant at = OffsetDateTime.parse(String.valueOf(text(row, "at"))).toInstant();
            if (at.isAfter(now.plus(CLOCKS_DIFFER))) {
                throw fault(row, "at");
            }
            return at;
        } catch (DateTimeException e) {
            throw fault(row, "at");
        }
    }

    private static <E extends Enum<E>> E word(Class<E> type, CSVRecord row, String column, E otherwise) {
        String written = text(row, column);
        if (written == null) {
            return otherwise;
        }
        try {
            return Enum.valueOf(type, written.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw fault(row, column);
        }
    }

    private static @Nullable String text(CSVRecord row, String column) {
        String text = row.isMapped(column) && row.isSet(column) ? row.get(column) : "";
        return text.isEmpty() ? null : text;
    }

    private static Refused fault(CSVRecord row, String column) {
        return new Refused("import.row", row.getRecordNumber() + 1, column);
    }
}

package org.fairlead.compliance.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.compliance.Registers.Fault;
import org.fairlead.compliance.Registers.File;
import org.fairlead.compliance.Registers.Kind;
import org.fairlead.compliance.Registers.Load;
import org.fairlead.compliance.Registers.Register;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** A client's registers as rows. */
public final class RegisterBook {

    private final Connection c;
    private final ClientId client;

    public RegisterBook(Connection c, ClientId client) {
        this.c = c;
        this.client = client;
    }

    /** What a file came to. */
    public record Taken(String sha256, @Nullable String reason, int read, int loaded, int bad, List<Fault> faults) {}

    Optional<LocalDate> dateOf(String name) {
        return Sql.one(
                c,
                row -> row.getObject(1, LocalDate.class),
                "select list_date from outreach_register where client_id = ? and name = ? for update",
                client,
                name);
    }

    Optional<UUID> generationOf(String name) {
        return Sql.one(
                c,
                row -> row.getObject(1, UUID.class),
                "select generation from outreach_register where client_id = ? and name = ?",
                client,
                name);
    }

    void add(UUID generation, List<String> numbers) {
        if (!numbers.isEmpty()) {
            Sql.update(
                    c,
                    "insert into outreach_register_number select ?, ?, unnest(?::text[]) on conflict do nothing",
                    client,
                    generation,
                    numbers.toArray(String[]::new));
        }
    }

    void remove(UUID generation, List<String> numbers) {
        if (!numbers.isEmpty()) {
            Sql.update(
                    c,
                    "delete from outreach_register_number where client_id = ? and generation = ? and number = any (?)",
                    client,
                    generation,
                    numbers.toArray(String[]::new));
        }
    }

    void forget(UUID generation) {
        Sql.update(
                c, "delete from outreach_register_number where client_id = ? and generation = ?", client, generation);
    }

    /** From now on this generation is the list; the one before goes. */
    void turn(String name, @Nullable LocalDate listDate, UUID generation, Instant now) {
        Optional<UUID> before = generationOf(name).filter(old -> !old.equals(generation));
        Sql.update(
                c,
                """
                insert into outreach_register (client_id, name, list_date, generation, numbers, loaded_at)
                values (?, ?, ?, ?, (select count(*) from outreach_register_number where client_id = ? and generation = ?), ?)
                on conflict (client_id, name) do update set list_date = excluded.list_date,
                  generation = excluded.generation, numbers = excluded.numbers, loaded_at = excluded.loaded_at
                """,
                client,
                name,
                Objects.requireNonNull(listDate),
                generation,
                client,
                generation,
                now);
        before.ifPresent(this::forget);
    }

    /** Notes a file and what came of it. */
    public Load note(File file, Taken taken, String login, Instant now) {
        UUID id = Ids.next();
        Sql.update(
                c,
                """
                insert into outreach_list_load (client_id, load_id, name, file, kind, list_date, sha256, state, rows_read,
                                                rows_loaded, rows_bad, reason, loaded_by, loaded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                client,
                id,
                file.register(),
                file.name(),
                file.kind().name(),
                file.listDate(),
                taken.sha256(),
                taken.reason() == null ? "LOADED" : "REFUSED",
                taken.read(),
                taken.loaded(),
                taken.bad(),
                taken.reason(),
                login,
                now);
        for (Fault fault : taken.faults()) {
            Sql.update(
                    c,
                    "insert into outreach_list_fault values (?, ?, ?, ?, ?)",
                    client,
                    id,
                    fault.line(),
                    fault.reason(),
                    fault.value());
        }
        return loads(0, 1).get(0);
    }

    public List<Load> loads(int first, int size) {
        return Sql.list(
                c,
                this::load,
                "select * from outreach_list_load where client_id = ? order by loaded_at desc, load_id desc limit ? offset ?",
                client,
                size,
                first);
    }

    public List<Fault> faults(UUID loadId) {
        return Sql.list(
                c,
                row -> new Fault(row.getInt("line"), row.getString("reason"), row.getString("value")),
                "select line, reason, value from outreach_list_fault where client_id = ? and load_id = ? order by line",
                client,
                loadId);
    }

    public List<Register> registers() {
        return Sql.list(
                c,
                row -> new Register(
                        new ClientId(row.getInt("client_id")),
                        row.getString("name"),
                        row.getObject("list_date", LocalDate.class),
                        row.getInt("numbers"),
                        Objects.requireNonNull(Sql.instant(row, "loaded_at"))),
                "select * from outreach_register where client_id in (0, ?) order by name, client_id",
                client);
    }

    public static List<String> known(Connection c) {
        return Sql.list(
                c,
                row -> row.getString(1),
                "select distinct parameters ->> 'list' from outreach_rule where kind = 'scrub_age' order by 1");
    }

    private Load load(ResultSet row) throws SQLException {
        return new Load(
                client,
                row.getObject("load_id", UUID.class),
                row.getString("name"),
                row.getString("file"),
                Kind.valueOf(row.getString("kind")),
                row.getObject("list_date", LocalDate.class),
                row.getString("state"),
                row.getInt("rows_read"),
                row.getInt("rows_loaded"),
                row.getInt("rows_bad"),
                row.getString("reason"),
                row.getString("loaded_by"),
                Objects.requireNonNull(Sql.instant(row, "loaded_at")));
    }
}

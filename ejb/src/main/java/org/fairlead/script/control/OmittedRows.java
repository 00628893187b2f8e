package org.fairlead.script.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fairlead.script.control.KeepOmissions.Left;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** What was left out in many contacts of one client: looked up in one statement, kept in two. */
final class OmittedRows {

    private static final String READ =
            """
            select c.contact_id, c.program_id, max(m.version) as version,
                   coalesce(array_agg(m.block_id) filter (where m.block_id is not null), '{}') as blocks
            from contact c
            left join script_mark m on m.client_id = c.client_id and m.contact_id = c.contact_id
            where c.client_id = ? and c.contact_id = any (?) and c.program_id is not null
            group by c.contact_id, c.program_id
            """;

    private static final String FORGET = "delete from script_unread where client_id = ? and contact_id = any (?)";

    private static final String KEEP =
            """
            insert into script_unread (client_id, contact_id, block_id, program_id, version, person_id, closed_at)
            select ?, contact, block, program, version, person, at::timestamptz
            from unnest(?::uuid[], ?::text[], ?::uuid[], ?::int[], ?::uuid[], ?::text[])
              rows (contact, block, program, version, person, at)
            """;

    private final ClientId client;
    private final UUID[] ids;
    private final List<Row> rows = new ArrayList<>();

    OmittedRows(ClientId client, UUID[] ids) {
        this.client = client;
        this.ids = ids;
    }

    /**
     * What was read out in a contact.
     *
     * @param version of the script that was begun with; null: none yet
     */
    record Read(UUID contact, UUID program, @Nullable Integer version, Set<String> blocks) {

        static Read of(ResultSet row) throws SQLException {
            return new Read(
                    row.getObject("contact_id", UUID.class),
                    row.getObject("program_id", UUID.class),
                    row.getObject("version", Integer.class),
                    Set.copyOf(Sql.texts(row, "blocks")));
        }
    }

    private record Row(Read read, String block, int version, Left left) {}

    /** Those that are there and have a script. */
    List<Read> read(Connection c) {
        return Sql.list(c, Read::of, READ, client, ids);
    }

    void add(Read read, String block, int version, Left left) {
        rows.add(new Row(read, block, version, left));
    }

    /** What was kept of these contacts before is forgotten. */
    int write(Connection c) {
        Sql.update(c, FORGET, client, ids);
        return Sql.update(
                c,
                KEEP,
                client,
                rows.stream().map(row -> row.read().contact()).toArray(UUID[]::new),
                rows.stream().map(Row::block).toArray(String[]::new),
                rows.stream().map(row -> row.read().program()).toArray(UUID[]::new),
                rows.stream().map(Row::version).toArray(Integer[]::new),
                rows.stream().map(row -> row.left().person()).toArray(UUID[]::new),
                rows.stream().map(row -> row.left().closedAt().toString()).toArray(String[]::new));
    }
}

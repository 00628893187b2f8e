package org.fairlead.client.control;

import static org.fairlead.client.entity.SetUpField.Kind.FLAG;
import static org.fairlead.client.entity.SetUpField.Kind.ID;
import static org.fairlead.client.entity.SetUpField.Kind.LANGUAGES;
import static org.fairlead.client.entity.SetUpField.Kind.NUMBER;
import static org.fairlead.client.entity.SetUpField.Kind.SKILLS;
import static org.fairlead.client.entity.SetUpField.Kind.TEXT;
import static org.fairlead.client.entity.SetUpField.Kind.WORDS;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.client.SetUpForm;
import org.fairlead.client.SetUpPart;
import org.fairlead.client.entity.SetUpField;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** The parts of the set-up as rows. The database shows and changes those of the admin's clients only. */
public final class SetUpRows {

    private record Shape(String table, String key, String client, List<SetUpField> fields) {}

    private static final String OWN = "client_id";
    private static final Map<SetUpPart, Shape> SHAPES = new EnumMap<>(Map.of(
            SetUpPart.CLIENT,
            new Shape(
                    "client",
                    "client_id::text = ?",
                    OWN,
                    fields("name", TEXT, "country", TEXT, "time_zone", TEXT, "message_days", NUMBER, "active", FLAG)),
            SetUpPart.BRAND,
            new Shape(
                    "brand",
                    "brand_id::text = ?",
                    OWN,
                    fields("name", TEXT, "mark", TEXT, "accent", TEXT, "accent_dark", TEXT)),
            SetUpPart.PROGRAM,
            new Shape("program", "program_id::text = ?", OWN, fields("name", TEXT, "languages", LANGUAGES)),
            SetUpPart.QUEUE,
            new Shape(
                    "queue",
                    "queue_id::text = ?",
                    OWN,
                    fields(
                            "name",
                            TEXT,
                            "skills",
                            SKILLS,
                            "priority",
                            NUMBER,
                            "target_seconds",
                            NUMBER,
                            "reservation_seconds",
                            NUMBER,
                            "wrap_up_seconds",
                            NUMBER,
                            "open",
                            FLAG)),
            SetUpPart.NUMBER,
            new Shape("dialled_number", "number = ?", OWN, fields("queue_id", ID, "language", TEXT, "label", TEXT)),
            SetUpPart.DISPOSITION,
            new Shape(
                    "disposition",
                    "program_id::text || '/' || code = ?",
                    OWN,
                    fields("digit", NUMBER, "category", TEXT, "names", WORDS)),
            SetUpPart.SITE,
            new Shape("site", "site_id::text = ?", "0", fields("name", TEXT, "country", TEXT, "time_zone", TEXT)),
            SetUpPart.MASKING,
            new Shape("masking", "client_id::text || '/' || site_id = ?", OWN, fields("shown", TEXT, "reveal", FLAG))));

    private SetUpRows() {}

    private static List<SetUpField> fields(Object... namesAndKinds) {
        List<SetUpField> fields = new ArrayList<>();
        for (int i = 0; i < namesAndKinds.length; i += 2) {
            fields.add(new SetUpField((String) namesAndKinds[i], (SetUpField.Kind) namesAndKinds[i + 1]));
        }
        return List.copyOf(fields);
    }

    private static Shape shape(SetUpPart part) {
        return Optional.ofNullable(SHAPES.get(part)).orElseThrow();
    }

    static SetUpForm read(Connection c, SetUpPart part, String id) {
        return find(c, part, id).orElseThrow(() -> new NotFound(shape(part).table() + " " + id));
    }

    static Optional<SetUpForm> find(Connection c, SetUpPart part, String id) {
        Shape shape = shape(part);
        String columns = shape.fields().stream().map(SetUpField::read).collect(Collectors.joining(", "));
        return Sql.one(
                c,
                row -> form(part, id, row),
                "select " + shape.client() + ", version, " + columns + " from " + shape.table() + " where "
                        + shape.key(),
                id);
    }

    private static SetUpForm form(SetUpPart part, String id, ResultSet row) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        int column = 3;
        for (SetUpField field : shape(part).fields()) {
            String kept = row.getString(column++);
            values.put(field.column(), kept == null ? "" : field.shown(kept));
        }
        return new SetUpForm(part, id, new ClientId(row.getInt(1)), row.getInt(2), values);
    }

    /** @return false when somebody saved it since it was read */
    static boolean write(Connection c, SetUpForm form) {
        Shape shape = shape(form.part());
        String columns = shape.fields().stream().map(SetUpField::write).collect(Collectors.joining(", "));
        List<@Nullable Object> parameters = new ArrayList<>(kept(form.part(), form.values()));
        parameters.add(form.id());
        parameters.add(form.version());
        int changed = Sql.update(
                c,
                "update " + shape.table() + " set " + columns + ", version = version + 1 where " + shape.key()
                        + " and version = ?",
                parameters.toArray());
        return changed == 1;
    }

    private static List<String> kept(SetUpPart part, Map<String, String> values) {
        return shape(part).fields().stream()
                .map(field -> field.kept(values.getOrDefault(field.column(), "")))
                .toList();
    }

    /** The fields that a part has; others are not written. */
    static List<String> names(SetUpPart part) {
        return shape(part).fields().stream().map(SetUpField::column).toList();
    }

    /**
     * @param keys the columns that name the new row
     * @return false when one of that name is there
     */
    static boolean insert(Connection c, SetUpPart part, Map<String, Object> keys, Map<String, String> values) {
        Shape shape = shape(part);
        List<@Nullable Object> parameters = new ArrayList<>(keys.values());
        parameters.addAll(kept(part, values));
        String columns =
                Stream.concat(keys.keySet().stream(), names(part).stream()).collect(Collectors.joining(", "));
        String marks = Stream.concat(
                        keys.keySet().stream().map(key -> "?"),
                        shape.fields().stream().map(SetUpField::value))
                .collect(Collectors.joining(", "));
        int added = Sql.update(
                c,
                "insert into " + shape.table() + " (" + columns + ") values (" + marks + ") on conflict do nothing",
                parameters.toArray());
        return added == 1;
    }

    /** How numbers are shown for a client and site that nobody has thought of yet: as the client's other sites do. */
    static Optional<SetUpForm> usualMasking(Connection c, String id) {
        return Sql.one(
                c,
                row -> form(SetUpPart.MASKING, id, row),
                """
                select k.client_id, 0, number_shown(k.client_id, s.site_id), number_revealed(k.client_id, s.site_id)::text
                from client k, (select site_id from site union select 0) s
                where k.client_id::text || '/' || s.site_id = ?
                """,
                id);
    }

    /** The line that a save changes. */
    static void ensureMasking(Connection c, String id) {
        Sql.update(
                c,
                """
                insert into masking (client_id, site_id)
                select k.client_id, s.site_id from client k, (select site_id from site union select 0) s
                where k.client_id::text || '/' || s.site_id = ?
                on conflict do nothing
                """,
                id);
    }
}

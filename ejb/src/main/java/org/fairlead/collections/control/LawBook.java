package org.fairlead.collections.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fairlead.collections.DebtLaw.Saying;
import org.fairlead.collections.DebtLaw.TermEdit;
import org.fairlead.collections.DebtLaw.TermView;
import org.fairlead.collections.DebtLaw.TextEdit;
import org.fairlead.collections.DebtLaw.TextView;
import org.fairlead.collections.entity.LawWords;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/** Statutory texts and days to answer as rows of the house: read, and written anew. */
public final class LawBook {

    /** The version that counts on a day: the one that began last; of two that begin on one day the later one. */
    private static final String TEXTS =
            """
            select t.*, t.version = first_value(t.version) over (partition by t.country, t.occasion
                order by (t.valid_from is null or t.valid_from <= ?) desc, t.valid_from desc nulls last, t.version desc,
                  t.language)
              and (t.valid_from is null or t.valid_from <= ?) as in_force
            from statutory_text t where t.client_id = 0
            order by t.country, t.occasion, t.version desc, t.language
            """;

    private static final String TERMS =
            """
            select t.*, t.version = first_value(t.version) over (partition by t.country, t.kind
                order by (t.valid_from is null or t.valid_from <= ?) desc, t.valid_from desc nulls last, t.version desc)
              and (t.valid_from is null or t.valid_from <= ?) as in_force
            from case_term t where t.client_id = 0 order by t.country, t.kind, t.version desc
            """;

    private final Connection c;
    private final Instant now;

    public LawBook(Connection c, Instant now) {
        this.c = c;
        this.now = now;
    }

    public List<TextView> texts() {
        Map<String, List<TextView>> versions = new LinkedHashMap<>();
        Sql.list(
                c,
                row -> versions.computeIfAbsent(key(row), key -> new ArrayList<>())
                        .add(text(row)),
                TEXTS,
                today(),
                today());
        return versions.values().stream().map(LawBook::joined).toList();
    }

    private static String key(ResultSet row) throws SQLException {
        return row.getString("country") + "/" + row.getString("occasion") + "/" + row.getInt("version");
    }

    private static TextView joined(List<TextView> languages) {
        TextView first = languages.get(0);
        return new TextView(
                first.country(),
                first.occasion(),
                first.version(),
                first.from(),
                first.inForce(),
                first.citation(),
                first.basis(),
                first.reason(),
                first.madeBy(),
                first.madeAt(),
                languages.stream().flatMap(one -> one.sayings().stream()).toList());
    }

    private static TextView text(ResultSet row) throws SQLException {
        return new TextView(
                row.getString("country"),
                row.getString("occasion"),
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getBoolean("in_force"),
                row.getString("citation"),
                row.getString("basis"),
                row.getString("reason"),
                row.getString("made_by"),
                Objects.requireNonNull(Sql.instant(row, "made_at")),
                List.of(new Saying(row.getString("language"), row.getString("heading"), row.getString("words"))));
    }

    /**
     * Of the programmes of all clients that collect there, of every version before, and of letters that it stands in, which
     * the house's words filled until now: nobody who heard or read it is left without.
     */
    public List<String> languages(String country, String occasion) {
        return Sql.list(
                c,
                row -> row.getString(1),
                """
                select language from languages_of_law(?, ?)
                union select language from statutory_text where client_id = 0 and country = ? and occasion = ?
                order by 1
                """,
                country,
                LawWords.field(occasion).orElse("{}"),
                country,
                occasion);
    }

    /** @return the new version's number */
    public int write(TextEdit edit, String login) {
        LawWords.check(edit, languages(edit.country(), edit.occasion()), today());
        lock("text " + edit.country() + " " + edit.occasion());
        int version = Sql.number(
                        c,
                        "select coalesce(max(version), 0) from statutory_text where client_id = 0 and country = ? and occasion = ?",
                        edit.country(),
                        edit.occasion())
                + 1;
        for (Saying one : edit.sayings()) {
            Sql.update(
                    c,
                    """
                    insert into statutory_text (client_id, country, occasion, language, version, heading, words, citation, basis,
                      valid_from, made_by, made_at, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    ClientId.OUTSOURCER,
                    edit.country(),
                    edit.occasion(),
                    one.language(),
                    version,
                    one.heading().strip(),
                    one.words().strip(),
                    edit.citation().strip(),
                    edit.basis(),
                    edit.from(),
                    login,
                    now,
                    edit.reason().strip());
        }
        return version;
    }

    public List<TermView> terms() {
        return Sql.list(c, LawBook::term, TERMS, today(), today());
    }

    /** @return the new version's number */
    public int write(TermEdit edit, String login) {
        LawWords.check(edit, today());
        lock("term " + edit.country() + " " + edit.kind());
        int version = Sql.number(
                        c,
                        "select coalesce(max(version), 0) from case_term where client_id = 0 and country = ? and kind = ?",
                        edit.country(),
                        edit.kind())
                + 1;
        Sql.update(
                c,
                """
                insert into case_term (client_id, country, kind, version, days, lasts, citation, basis, valid_from, made_by,
                  made_at, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                ClientId.OUTSOURCER,
                edit.country(),
                edit.kind(),
                version,
                edit.days(),
                LawWords.lasts(edit.kind()),
                edit.citation().strip(),
                edit.basis(),
                edit.from(),
                login,
                now,
                edit.reason().strip());
        return version;
    }

    /** Of two who write the same at once each gets a number of its own. */
    private void lock(String what) {
        Sql.list(c, row -> row.getString(1), "select pg_advisory_xact_lock(hashtext(?))::text", "law " + what);
    }

    private LocalDate today() {
        return now.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static TermView term(ResultSet row) throws SQLException {
        return new TermView(
                row.getString("country"),
                row.getString("kind"),
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getBoolean("in_force"),
                row.getInt("days"),
                row.getBoolean("lasts"),
                row.getString("citation"),
                row.getString("basis"),
                row.getString("reason"),
                row.getString("made_by"),
                Objects.requireNonNull(Sql.instant(row, "made_at")));
    }
}

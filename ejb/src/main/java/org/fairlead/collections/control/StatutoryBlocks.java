package org.fairlead.collections.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fairlead.collections.entity.LawWords;
import org.fairlead.script.AddedBlocks;
import org.fairlead.script.ScriptBlock;
import org.fairlead.script.ScriptBlock.Kind;
import org.fairlead.shared.Sql;

/**
 * What the law wants said to a debtor, as mandatory words of the script: by the country of the debt and of the debtor. They
 * are there when the person was checked and not before, because whoever else is on the line must not hear of a debt.
 */
@ApplicationScoped
public class StatutoryBlocks implements AddedBlocks {

    private static final String PREFIX = "statutory-";

    /** The checked debtor of a contact, whether a conversation went before, and whether the time to dispute is not over. */
    private static final String WHO =
            """
            select p.country, u.country as home, l.time_zone,
              not exists (select 1 from debtor_check b where b.client_id = k.client_id and b.customer_id = k.customer_id
                and b.contact_id <> k.contact_id and b.passed_at < k.passed_at) as first,
              exists (select 1 from debt_party y2 join debt d2 on d2.client_id = y2.client_id and d2.debt_id = y2.debt_id
                where y2.client_id = k.client_id and y2.customer_id = k.customer_id and y2.role = 'DEBTOR'
                  and d2.status = 'VALIDATION') as open
            from debtor_check k
            join customer u on u.client_id = k.client_id and u.customer_id = k.customer_id
            join debt_party y on y.client_id = k.client_id and y.customer_id = k.customer_id and y.role = 'DEBTOR'
            join debt d on d.client_id = y.client_id and d.debt_id = y.debt_id
            join portfolio p on p.client_id = d.client_id and p.portfolio_id = d.portfolio_id
            join client l on l.client_id = k.client_id
            where k.contact_id = ? and k.passed_at is not null and k.client_id = any (scope_clients())
            """;

    private static final String TEXTS =
            """
            select t.* from statutory_text t join (
                select distinct on (country, occasion) country, occasion, version from statutory_text
                where client_id = 0 and country = any (?) and occasion = any (?) and (valid_from is null or valid_from <= ?)
                order by country, occasion, valid_from desc nulls last, version desc) f using (country, occasion, version)
            where t.client_id = 0 order by country, occasion, language
            """;

    /** One version, whenever it began: what was read stays readable. */
    private static final String VERSION =
            """
            select * from statutory_text where client_id = 0 and occasion = ? and country = ? and version = ? order by language
            """;

    /** A block's id, with the number of any version but the first. */
    private static final Pattern BLOCK =
            Pattern.compile(PREFIX + "(?<occasion>[A-Z]+)-(?<country>[A-Z]{2}|\\*)(?:@(?<version>[0-9]{1,6}))?");

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private Clock clock;

    private record Who(String country, String home, boolean first, boolean open, ZoneId zone) {}

    private record Text(String country, String occasion, int version, String language, String heading, String words) {

        String block() {
            return PREFIX + occasion + "-" + country + (version == 1 ? "" : "@" + version);
        }
    }

    @Override
    public List<ScriptBlock> of(UUID contactId) {
        return Sql.in(database, "statutory texts", c -> of(c, contactId, clock.instant()));
    }

    static List<ScriptBlock> of(Connection c, UUID contactId, Instant now) {
        List<Who> debts = Sql.list(
                c,
                row -> new Who(
                        row.getString("country"),
                        row.getString("home"),
                        row.getBoolean("first"),
                        row.getBoolean("open"),
                        ZoneId.of(row.getString("time_zone"))),
                WHO,
                contactId);
        if (debts.isEmpty()) {
            return List.of();
        }
        boolean first = debts.get(0).first();
        List<String> occasions = new ArrayList<>(List.of(first ? "FIRST" : "LATER"));
        if (first || debts.get(0).open()) {
            occasions.add("RIGHTS");
        }
        String[] countries = debts.stream()
                .flatMap(one -> Stream.of(one.country(), one.home()))
                .distinct()
                .toArray(String[]::new);
        LocalDate today = now.atZone(debts.get(0).zone()).toLocalDate();
        List<Text> texts = new ArrayList<>(texts(c, countries, occasions, today));
        List<String> bare = occasions.stream()
                .filter(one -> texts.stream().noneMatch(text -> text.occasion().equals(one)))
                .toList();
        texts.addAll(texts(c, new String[] {LawWords.ANYWHERE}, bare, today));
        texts.sort(Comparator.comparingInt(one -> occasions.indexOf(one.occasion())));
        return blocks(texts);
    }

    private static List<Text> texts(Connection c, String[] countries, List<String> occasions, LocalDate day) {
        return Sql.list(c, StatutoryBlocks::text, TEXTS, countries, occasions.toArray(String[]::new), day);
    }

    /** A house rule cites nothing. */
    private static Text text(ResultSet row) throws SQLException {
        boolean cites = !row.getString("basis").equals("house");
        return new Text(
                row.getString("country"),
                row.getString("occasion"),
                row.getInt("version"),
                row.getString("language"),
                row.getString("heading") + (cites ? " (" + row.getString("citation") + ")" : ""),
                row.getString("words"));
    }

    /** One block for each country and occasion, with all its languages. */
    private static List<ScriptBlock> blocks(List<Text> texts) {
        Map<String, List<Text>> byId =
                texts.stream().collect(Collectors.groupingBy(Text::block, LinkedHashMap::new, Collectors.toList()));
        return byId.entrySet().stream()
                .map(one -> new ScriptBlock(
                        one.getKey(),
                        Kind.DISCLOSURE,
                        true,
                        one.getValue().stream().collect(Collectors.toMap(Text::language, Text::heading)),
                        one.getValue().stream().collect(Collectors.toMap(Text::language, Text::words)),
                        List.of(),
                        List.of()))
                .toList();
    }

    @Override
    public Optional<Map<String, String>> heading(String blockId) {
        Matcher named = BLOCK.matcher(blockId);
        if (!named.matches()) {
            return Optional.empty();
        }
        int version = named.group("version") == null ? 1 : Integer.parseInt(named.group("version"));
        Map<String, String> heading =
                Sql.in(database, "statutory texts", c -> Sql.list(
                                c,
                                StatutoryBlocks::text,
                                VERSION,
                                named.group("occasion"),
                                named.group("country"),
                                version)
                        .stream()
                        .collect(Collectors.toMap(Text::language, Text::heading)));
        return heading.isEmpty() ? Optional.empty() : Optional.of(heading);
    }
}

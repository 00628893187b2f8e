package org.fairlead.collections.control;

import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fairlead.compliance.DebtNames;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/** Debts by the references of those who handed them over. */
@Dependent
public class DebtNameBook implements DebtNames {

    private static final Pattern OURS = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Override
    public Map<String, Set<String>> open(Connection transaction, ClientId client, Collection<String> written) {
        Map<String, Set<String>> open = new HashMap<>();
        if (!keepsDebtsHere(transaction, client)) {
            written.forEach(name -> open.put(name, Set.of(name)));
            return open;
        }
        Sql.list(
                transaction,
                row -> open.computeIfAbsent(row.getString("written"), name -> new LinkedHashSet<>())
                        .add(row.getString("debt")),
                """
                select d.reference as written, d.debt_id::text as debt from portfolio p
                join debt d on d.client_id = p.client_id and d.portfolio_id = p.portfolio_id and d.reference = any (?)
                where p.client_id = ? and d.status not in ('PAID','SETTLED','RECALLED','CLOSED')
                union
                select d.debt_id::text, d.debt_id::text from debt d
                where d.client_id = ? and d.debt_id = any (?) and d.status not in ('PAID','SETTLED','RECALLED','CLOSED')
                order by 1, 2
                """,
                written.toArray(String[]::new),
                client,
                client,
                written.stream().flatMap(name -> ours(name).stream()).toArray(UUID[]::new));
        // our own name may be written in capitals
        written.forEach(name ->
                ours(name).map(id -> open.get(id.toString())).ifPresent(debts -> open.putIfAbsent(name, debts)));
        return open;
    }

    private static boolean keepsDebtsHere(Connection transaction, ClientId client) {
        return Sql.number(transaction, "select count(*) from portfolio where client_id = ?", client) > 0;
    }

    @Override
    public Set<String> called(Connection transaction, ClientId client, String written) {
        if (!keepsDebtsHere(transaction, client)) {
            return Set.of(written);
        }
        // by way of the portfolios: there is an index for each of them
        List<String> debts = Sql.list(
                transaction,
                row -> row.getString(1),
                """
                select d.debt_id from portfolio p
                join debt d on d.client_id = p.client_id and d.portfolio_id = p.portfolio_id and d.reference = ?
                where p.client_id = ? order by d.debt_id
                """,
                written,
                client);
        return debts.isEmpty()
                ? ours(written)
                        .filter(id -> find(transaction, client, id).isPresent())
                        .map(id -> Set.of(id.toString()))
                        .orElse(Set.of())
                : new LinkedHashSet<>(debts);
    }

    @Override
    public String reference(Connection transaction, ClientId client, String name) {
        return ours(name).flatMap(id -> find(transaction, client, id)).orElse(name);
    }

    private static Optional<UUID> ours(String name) {
        return OURS.matcher(name).matches() ? Optional.of(UUID.fromString(name)) : Optional.empty();
    }

    private static Optional<String> find(Connection transaction, ClientId client, UUID id) {
        return Sql.one(
                transaction,
                row -> row.getString(1),
                "select reference from debt where client_id = ? and debt_id = ?",
                client,
                id);
    }
}

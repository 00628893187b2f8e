package org.fairlead.collections.control;

import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.util.LinkedHashSet;
import java.util.List;
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
    public Set<String> called(Connection transaction, ClientId client, String written) {
        boolean keepsDebtsHere =
                Sql.number(transaction, "select count(*) from portfolio where client_id = ?", client) > 0;
        if (!keepsDebtsHere) {
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

package org.fairlead.itests.whole;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.fairlead.itests.stack.Stack;
import org.jspecify.annotations.Nullable;

/**
 * A portfolio of the Turkish bank whose strategy calls at once, for a campaign that may dial at any hour.
 *
 * @param campaign where its leads go
 */
record TestDebts(Stack stack, UUID portfolio, UUID campaign) {

    private static final UUID SUPPORT = UUID.fromString("01970000-0002-7000-8000-000000000201");

    private static final String STRATEGY =
            """
            {"version": 1, "seed": 1, "challengerShare": 0, "challenger": [], "champion": [
              {"name": "all", "daysFrom": 0, "daysUntil": 2147483647, "scoreFrom": 0, "scoreBelow": 2, "balanceFrom": 0,
               "balanceBelow": 9000000000000000, "actions": [{"step": "CALL", "after": "PT0S", "times": 9}]}]}
            """;

    static TestDebts make(Stack stack) throws SQLException, IOException {
        TestDebts debts = new TestDebts(stack, UUID.randomUUID(), TestCampaign.preview(stack));
        debts.change(
                "insert into portfolio (client_id, portfolio_id, program_id, code, name, currency, country, campaign_id,"
                        + " grace_days, clearing_days) values (2, ?, ?, 'it-' || gen_random_uuid(), 'Deneme', 'TRY', 'TR', ?,"
                        + " 2, 0)",
                debts.portfolio,
                SUPPORT,
                debts.campaign);
        debts.change(
                "insert into fee_plan values (2, ?, 1, '2020-01-01',"
                        + " '[{\"daysPastDue\": 0, \"legal\": false, \"way\": \"TRUST\", \"rate\": 0.10}]')",
                debts.portfolio);
        debts.change(
                "insert into collection_strategy values (2, ?, 1, 'PUBLISHED', ?::jsonb, 'bora', now())",
                debts.portfolio,
                STRATEGY);
        debts.change(
                "insert into plan_limit values (2, ?, 'agent', 3, 0), (2, ?, 'supervisor', 12, 0)",
                debts.portfolio,
                debts.portfolio);
        debts.change(
                "insert into settlement_floor values (2, ?, 'agent', 0, 0, 0.9), (2, ?, 'supervisor', 0, 0, 0.5)",
                debts.portfolio,
                debts.portfolio);
        return debts;
    }

    void change(String sql, Object... values) throws SQLException, IOException {
        try (Connection engine = stack.engine();
                PreparedStatement update = engine.prepareStatement(sql)) {
            fill(update, values);
            update.executeUpdate();
        }
    }

    /** The first column of the first row as text; null for no row. */
    @Nullable
    String read(String sql, Object... values) {
        try (Connection engine = stack.engine();
                PreparedStatement query = engine.prepareStatement(sql)) {
            fill(query, values);
            ResultSet row = query.executeQuery();
            return row.next() ? row.getString(1) : null;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}

package org.fairlead.routing.control;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What went wrong when a batch could not be stored. */
enum Trouble {
    /** The database cannot be reached or cannot work now: the same batch will pass later. */
    AWAY,
    /** Something in the batch can never be stored, or broke a rule of the engine. */
    POISON;

    static Trouble of(Exception why) {
        return why instanceof SQLException sql ? of(sql) : POISON;
    }

    private static Trouble of(SQLException why) {
        String state = state(why);
        if (state == null || state.length() < 2) {
            return AWAY;
        }
        return switch (state.substring(0, 2)) {
            case "22", "23", "42", "44", "21" -> POISON;
            default -> AWAY;
        };
    }

    private static @Nullable String state(SQLException why) {
        SQLException next = why instanceof BatchUpdateException ? why.getNextException() : null;
        return next == null || next.getSQLState() == null ? why.getSQLState() : next.getSQLState();
    }
}

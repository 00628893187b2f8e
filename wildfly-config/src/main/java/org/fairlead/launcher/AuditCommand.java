package org.fairlead.launcher;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.launcher.state.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks after the audit trail. */
@Command(name = "audit", mixinStandardHelpOptions = true)
final class AuditCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Walks the chain of hashes; the exit status is 1 if it is broken. */
    @Command(name = "verify", mixinStandardHelpOptions = true)
    int verify() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        RunningStack stack = RunningStack.find(Here.state());
        try (Connection connection = DriverManager.getConnection(
                        stack.url("database"), DatabaseRole.ENGINE.role(), stack.secret("db-engine"));
                Statement statement = connection.createStatement()) {
            long broken = number(statement, "select coalesce(audit_first_broken(), 0)");
            long entries = number(statement, "select count(*) from audit_entry");
            if (broken != 0) {
                out.println(Words.of("audit.broken", entries, broken));
                return Fairlead.FAILED;
            }
            out.println(Words.of("audit.holds", entries));
            return 0;
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

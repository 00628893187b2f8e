package org.fairlead.itests.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fairlead.campaign.LeadOffers;
import org.fairlead.collections.NightRuns.Kind;
import org.fairlead.collections.control.Night;
import org.fairlead.collections.control.Night.NightTools;
import org.fairlead.compliance.DebtStops;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.shared.ClientId;

/** A night's interest and promises as a process of its own, so that it can be killed like a server. */
public final class NightProcess {

    private NightProcess() {}

    static Process start(List<String> address) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("java.class.path"),
                NightProcess.class.getName()));
        command.addAll(address);
        return new ProcessBuilder(command).inheritIO().start();
    }

    /** @param address of the database and its password */
    public static void main(String[] address) throws SQLException {
        for (Kind kind : List.of(Kind.INTEREST, Kind.PROMISES)) {
            boolean more = true;
            while (more) {
                more = chunk(address, kind);
            }
        }
    }

    private static boolean chunk(String[] address, Kind kind) throws SQLException {
        try (Connection c = DriverManager.getConnection(address[0], DatabaseRole.APP.role(), address[1])) {
            c.setAutoCommit(false);
            CollectionsScene.enter(c);
            boolean more = night(c).chunk(kind);
            c.commit();
            return more;
        }
    }

    static Night night(Connection c) {
        Nobody nobody = new Nobody();
        Instant now = CollectionsScene.TODAY
                .atTime(1, 0)
                .atZone(CollectionsScene.ZONE)
                .toInstant();
        return new Night(
                c,
                CollectionsScene.CLIENT,
                CollectionsScene.TODAY,
                new NightTools(nobody, nobody, CollectionsScene.ZONE, now));
    }

    /** Nobody is called here: only the books are measured. */
    private static final class Nobody implements DebtStops, LeadOffers {

        @Override
        public void stop(Connection transaction, ClientId client, Stop stop) {
            throw new IllegalStateException("no promise is made at night");
        }

        @Override
        public int lift(Connection transaction, ClientId client, UUID source) {
            return 0;
        }

        @Override
        public Set<String> offer(
                Connection transaction,
                ClientId client,
                UUID campaignId,
                String list,
                UUID person,
                Instant now,
                List<Offer> offers) {
            return Set.of();
        }

        @Override
        public void withdraw(Connection transaction, ClientId client, Collection<UUID> debts) {
            throw new IllegalStateException("nobody pays at night");
        }
    }
}

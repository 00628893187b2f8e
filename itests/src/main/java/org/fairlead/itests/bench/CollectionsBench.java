package org.fairlead.itests.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.fairlead.collections.NightRuns.Kind;
import org.fairlead.collections.Strategies.Simulation;
import org.fairlead.collections.control.DebtLedger;
import org.fairlead.collections.control.Night;
import org.fairlead.collections.control.PlaceDebts;
import org.fairlead.collections.control.PlaceDebts.Handed;
import org.fairlead.collections.control.PortfolioBook;
import org.fairlead.collections.control.StrategyTrial;
import org.fairlead.itests.figure.Figure.Goal;
import org.fairlead.itests.figure.Figures;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.shared.Sql;

/**
 * {@code bench collections}: a placement file of 100,000 debts, and a night's interest and promises over a million. The night
 * is a process of its own, which is killed on its way; another goes on behind its last commit, and the ledger says that
 * nothing was booked twice or left out. Then the night's scores and a simulation of the same debts. A throwaway database with
 * the version, schema and settings of the one that ships.
 */
public final class CollectionsBench {

    private static final int PLACED = 100_000;
    private static final int HELD = 1_000_000;
    private static final int PLACING_SECONDS = 180;
    private static final int NIGHT_SECONDS = 300;

    /** 1,000.00 for 30 days at 36% on 365 days. */
    private static final int INTEREST = 29_59;

    private final Figures figures;
    private final int placed;
    private final int held;

    /** @param quick a twentieth of the debts */
    public CollectionsBench(Figures figures, boolean quick) {
        this.figures = figures;
        this.placed = quick ? PLACED / 20 : PLACED;
        this.held = quick ? HELD / 20 : HELD;
    }

    public void run() throws Exception {
        try (ThrowawayPostgres database = ThrowawayPostgres.asShipped()) {
            CollectionsScene scene = new CollectionsScene(database);
            scene.write();
            place(scene);
            scene.hold(held);
            night(scene);
            scene.strategies();
            scores(scene);
            simulation(scene);
        }
    }

    private void scores(CollectionsScene scene) throws SQLException {
        long begun = System.nanoTime();
        boolean more = true;
        while (more) {
            try (Connection c = scene.application()) {
                more = NightProcess.night(c).chunk(Kind.SCORES);
                c.commit();
            }
        }
        figures.report("scores.time", seconds(begun), "s");
        figures.add(
                "scores.debts",
                count(
                        scene,
                        "select count(*) from debt where portfolio_id = ? and score_version = 1",
                        CollectionsScene.HELD),
                "debts",
                Goal.exactly(held));
    }

    /** What a click on "Simulate" waits for; the server ends a transaction after five minutes. */
    private void simulation(CollectionsScene scene) throws SQLException {
        long begun = System.nanoTime();
        try (Connection c = scene.application()) {
            Simulation seen = new StrategyTrial(c, PortfolioBook.one(c, CollectionsScene.HELD), 2, now()).run();
            figures.report("simulation.time", seconds(begun), "s");
            figures.add("simulation.debts", seen.debts(), "debts", Goal.exactly(held));
            figures.report("simulation.moved", seen.moved(), "debts");
        }
    }

    private void place(CollectionsScene scene) throws SQLException {
        StringBuilder csv = new StringBuilder(
                "reference;customer_id;name;date_of_birth;postal_code;city;phone;guarantor_name;principal;interest;past_due_since\n");
        for (int i = 0; i < placed; i++) {
            // every fifth debtor has two debts
            int person = i % 6 == 5 ? i - 1 : i;
            csv.append(
                    "P-%1$07d;C-%2$07d;Ad Soyad %2$d;1980-02-03;35220;İzmir;+90532%2$07d;%3$s;%4$d,50;12,30;2025-12-01\n"
                            .formatted(i, person, i % 10 == 0 ? "Kefil " + i : "", 100 + i % 5_000));
        }
        byte[] file = csv.toString().getBytes(StandardCharsets.UTF_8);
        long begun = System.nanoTime();
        try (Connection c = scene.application()) {
            new PlaceDebts(c, PortfolioBook.one(c, CollectionsScene.PLACING), now())
                    .place(new Handed(
                            "bench.csv",
                            new ByteArrayInputStream(file),
                            "bench",
                            Map.of(),
                            true,
                            CollectionsScene.PERSON,
                            "bora"));
            c.commit();
        }
        figures.add("placement.time", seconds(begun), "s", Goal.atMost((double) PLACING_SECONDS * placed / PLACED));
        figures.add(
                "placement.debts",
                count(scene, "select count(*) from debt where portfolio_id = ?", CollectionsScene.PLACING),
                "debts",
                Goal.exactly(placed));
        figures.add("placement.out-of-step", outOfStep(scene), "debts", Goal.exactly(0));
    }

    /** Killed with SIGKILL after a third of its chunks, in the middle of one; a second process goes on. */
    private void night(CollectionsScene scene) throws Exception {
        long begun = System.nanoTime();
        int whole = (held + Night.CHUNK - 1) / Night.CHUNK;
        Process killed = NightProcess.start(scene.address());
        while (killed.isAlive() && done(scene) < whole / 3.0) {
            killed.waitFor(50, TimeUnit.MILLISECONDS);
        }
        killed.destroyForcibly().waitFor();
        figures.report("night.chunks-before-the-kill", done(scene), "chunks");
        int status = NightProcess.start(scene.address()).waitFor();
        figures.add("night.time", seconds(begun), "s", Goal.atMost((double) NIGHT_SECONDS * held / HELD));
        figures.add("night.second-process-status", status, "status", Goal.exactly(0));
        figures.add("night.interest-chunks", done(scene), "chunks", Goal.exactly(whole));
        figures.add(
                "night.wrong-interest",
                count(
                        scene,
                        "select count(*) from debt where portfolio_id = ? and interest <> " + INTEREST,
                        CollectionsScene.HELD),
                "debts",
                Goal.exactly(0));
        figures.add(
                "night.interest-postings",
                count(scene, "select count(*) from debt_posting where kind = 'INTEREST' and client_id = ?", 7),
                "postings",
                Goal.exactly(held));
        int promised = held / CollectionsScene.PROMISED;
        figures.add(
                "night.promises-broken",
                count(scene, "select count(*) from promise where state = 'BROKEN' and client_id = ?", 7),
                "promises",
                Goal.exactly(promised));
        figures.add("night.out-of-step", outOfStep(scene), "debts", Goal.exactly(0));
    }

    /** Committed chunks of interest. */
    private static double done(CollectionsScene scene) throws SQLException {
        return count(
                scene,
                "select coalesce((select done from collections_run where client_id = ? and step = 'INTEREST'), 0)",
                7);
    }

    private static Instant now() {
        LocalDate today = CollectionsScene.TODAY;
        return today.atTime(1, 0).atZone(CollectionsScene.ZONE).toInstant();
    }

    private static double count(CollectionsScene scene, String sql, Object parameter) throws SQLException {
        try (Connection c = scene.application()) {
            return Sql.number(c, sql, parameter);
        }
    }

    private static double outOfStep(CollectionsScene scene) throws SQLException {
        try (Connection c = scene.application()) {
            return new DebtLedger(c, CollectionsScene.CLIENT).outOfStep().size();
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}

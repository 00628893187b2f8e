package org.fairlead.itests.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fairlead.itests.bench.CentreDay.Policy;

/** The comparison of the policies as a page of the documentation: every number in it was measured in this run. */
final class RoutingDayPage {

    private static final String HEAD =
            """
            # A day under three policies

            Written by `./fairlead bench routing-day --seed %d --page docs/routing-day.md`; not to be edited by hand.

            ## The experiment

            One outsourcer, one floor, %d clients with agreements of their own:

            | Client | Calls an hour | Agreed | Owed when the day closes below |
            |---|---|---|---|
            %s

            Each day runs from eight to eight with two peaks. Customers give up after four minutes on average. Agents know one
            to three clients' work and are faster where they are better. The same seed gives the same calls, the same
            patience and the same talks under every policy, so that a difference is the policy's. %d days for each policy and
            crew.

            - **Longest idle**: whoever speaks the language and knows the least that is asked, idle longest first; who waits
              longest goes first.
            - **Skills**: the best fit first, weaker agents after 8 seconds; who waits longest goes first.
            - **Penalty-aware**: as *skills*, and a freed agent takes the contact whose wait costs most. What a miss costs is
              reckoned anew each minute from how the client's day stands; nothing where nothing is at stake.

            ## What came of it

            Service levels are means of the days, credits the sum of the days.

            | Agents | Policy | %s | owed |
            |---|---|---|---|---|---|---|
            """;

    private static final String CUSTOMERS =
            """

            ## What it costs the customers

            An agreement counts answers in time; it says nothing of who is late already. So the penalty-aware policy lets those
            wait on, for up to five minutes (`AcdSettings.boundMillis`), while somebody else can still be answered in time: its
            levels are better and the waits of the late ones longer. Whoever finds that wrong for a client gives that client no
            bands, or shortens the bound.

            The last two columns: of those who waited and got an agent, by how much the wait that was expected when they came
            was wrong.

            | Agents | Policy | gave up | mean wait | told wrong by, median | ninetieth percentile |
            |---|---|---|---|---|---|
            """;

    private final long seed;
    private final int days;
    private final List<String> rows = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    RoutingDayPage(long seed, int days) {
        this.seed = seed;
        this.days = days;
    }

    void add(int crew, Policy policy, double[] levels, double[] owed) {
        List<String> cells = new ArrayList<>(List.of(Integer.toString(crew), name(policy)));
        for (int i = 0; i < levels.length; i++) {
            String credit = owed[i] == 0 ? "" : number(" (%,.0f)", owed[i]);
            cells.add(number("%.1f%%", 100 * levels[i]) + credit);
        }
        cells.add(number("**%,.0f**", Arrays.stream(owed).sum()));
        rows.add("| " + String.join(" | ", cells) + " |");
    }

    /** @param found share that gave up, mean wait, and by how much what was told was wrong: median, ninetieth percentile */
    void customers(int crew, Policy policy, double[] found) {
        told.add(number(
                "| %d | %s | %.1f%% | %.0f s | %.0f s | %.0f s |",
                crew, name(policy), found[0], found[1], found[2], found[3]));
    }

    String text(Map<Policy, Double> owed, double bias) {
        String clients = CentreDay.CLIENTS.stream().map(RoutingDayPage::client).collect(Collectors.joining("\n"));
        String names = CentreDay.CLIENTS.stream().map(CentreDay.Client::name).collect(Collectors.joining(" | "));
        double aware = owed.getOrDefault(Policy.PENALTY_AWARE, 0.0);
        return number(HEAD, seed, CentreDay.CLIENTS.size(), clients, days, names)
                + String.join("\n", rows)
                + number(
                        "\n\nIn brackets what the client is owed. Over all days the penalty-aware policy owes %.0f%% of what"
                                + " *longest idle* owes and %.0f%% of what *skills* alone owes.\n",
                        share(aware, owed.getOrDefault(Policy.LONGEST_IDLE, 0.0)),
                        share(aware, owed.getOrDefault(Policy.SKILLS, 0.0)))
                + CUSTOMERS
                + String.join("\n", told)
                + number("\n\nThe sum of what was told is %.0f%% of the sum of the waits.\n", 100 * bias);
    }

    private static double share(double part, double whole) {
        return whole == 0 ? Double.NaN : 100 * part / whole;
    }

    private static String client(CentreDay.Client client) {
        String bands = client.credits().bands().stream()
                .map(band -> number("%.0f%%: %,.0f", 100 * band.below(), band.credit() / 100.0))
                .collect(Collectors.joining(", further "));
        return number(
                "| %s | %.0f | %.0f%% in %d s | %s |",
                client.name(), client.perHour(), 100 * client.agreed(), client.targetMillis() / 1000, bands);
    }

    private static String name(Policy policy) {
        return switch (policy) {
            case LONGEST_IDLE -> "longest idle";
            case SKILLS -> "skills";
            case PENALTY_AWARE -> "penalty-aware";
        };
    }

    private static String number(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}

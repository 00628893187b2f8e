package org.fairlead.campaign.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fairlead.campaign.entity.AnswerOdds.Cell;
import org.fairlead.campaign.entity.AnswerOdds.Factor;
import org.junit.jupiter.api.Test;

/** How likely a lead answers, learned from what was tried. */
class AnswerOddsTest {

    private static final ZonedDateTime MONDAY_TEN = ZonedDateTime.parse("2026-11-23T10:15:00+01:00[Europe/Rome]");

    @Test
    void knowsNothingFromAHandfulOfTries() {
        AnswerOdds odds = AnswerOdds.learn(List.of(cell("10", "0", "NONE", 150, 60)));

        assertThat(odds.known()).isFalse();
        assertThat(odds.ratio(lead("10", "0", "NONE"))).isEqualTo(1);
    }

    @Test
    void findsTheRatiosThatMadeTheAnswers() {
        List<Cell> cells = new ArrayList<>();
        for (String hour : List.of("10", "14", "19")) {
            for (String earlier : List.of("0", "2")) {
                double log = -1 + (hour.equals("19") ? 0.7 : 0) - (earlier.equals("2") ? 0.5 : 0);
                cells.add(cell(hour, earlier, "NONE", 20_000, 20_000 / (1 + Math.exp(-log))));
            }
        }

        AnswerOdds odds = AnswerOdds.learn(cells);

        double evening = odds.ratio(lead("19", "0", "NONE")) / odds.ratio(lead("10", "0", "NONE"));
        double third = odds.ratio(lead("10", "2", "NONE")) / odds.ratio(lead("10", "0", "NONE"));
        assertThat(evening).isCloseTo(Math.exp(0.7), within(0.02));
        assertThat(third).isCloseTo(Math.exp(-0.5), within(0.02));
        assertThat(odds.share(lead("10", "0", "NONE"))).isCloseTo(1 / (1 + Math.exp(1)), within(0.01));
    }

    /** The second try of a lead that did not answer is one thing, however many columns say so. */
    @Test
    void doesNotCountTwiceWhatTwoOfThemHaveInCommon() {
        List<Cell> cells = List.of(cell("10", "0", "NONE", 10_000, 4_000), cell("10", "1", "NO_ANSWER", 10_000, 2_000));

        AnswerOdds odds = AnswerOdds.learn(cells);

        double ratio = odds.ratio(lead("10", "1", "NO_ANSWER")) / odds.ratio(lead("10", "0", "NONE"));
        assertThat(ratio).isCloseTo((0.2 / 0.8) / (0.4 / 0.6), within(0.01));
    }

    @Test
    void whatWasSeenSeldomIsDrawnToOne() {
        AnswerOdds odds =
                AnswerOdds.learn(List.of(cell("10", "0", "NONE", 5_000, 1_500), cell("3", "0", "NONE", 4, 4)));

        double ratio = Objects.requireNonNull(odds.effect(Factor.HOUR, "3")).ratio();
        assertThat(ratio).isBetween(1.0, 2.0);
    }

    @Test
    void aLeadIsWhatIsKnownBeforeTheDial() {
        assertThat(AnswerOdds.lead(MONDAY_TEN, 9, "WORK", null))
                .isEqualTo(Map.of(
                        Factor.HOUR, "10",
                        Factor.WEEKDAY, "1",
                        Factor.EARLIER, "4",
                        Factor.KIND, "WORK",
                        Factor.LAST, "NONE"));
    }

    private static Cell cell(String hour, String earlier, String last, double tries, double answers) {
        return new Cell(lead(hour, earlier, last), tries, answers);
    }

    private static Map<Factor, String> lead(String hour, String earlier, String last) {
        return Map.of(
                Factor.HOUR,
                hour,
                Factor.WEEKDAY,
                "1",
                Factor.EARLIER,
                earlier,
                Factor.KIND,
                "OTHER",
                Factor.LAST,
                last);
    }
}

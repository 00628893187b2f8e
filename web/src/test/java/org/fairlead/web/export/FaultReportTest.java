package org.fairlead.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fairlead.i18n.Language;
import org.fairlead.i18n.Words;
import org.fairlead.web.export.FaultReport.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultReportTest {

    private static final List<Row> ROWS = IntStream.rangeClosed(2, 6)
            .mapToObj(line -> new Row(line, "amount", "amount", "x" + line))
            .toList();

    @Test
    void whyTheFileWasRefusedStandsFirstAndNoRowIsLostBehindIt() {
        List<List<@Nullable Object>> lines = all(report("header_lacks", "reference"), 3);

        assertThat(lines).hasSize(6);
        assertThat(lines.get(0).get(3)).isEqualTo("reference");
        assertThat(lines.get(0).get(2)).isNotEqualTo("header_lacks");
        assertThat(lines.subList(1, 6)).extracting(line -> line.get(0)).containsExactly(2, 3, 4, 5, 6);
    }

    @Test
    void aFileThatWasTakenHasItsRowsAlone() {
        assertThat(all(report(null, null), 3)).extracting(line -> line.get(0)).containsExactly(2, 3, 4, 5, 6);
    }

    @Test
    void aReasonWithoutWordsIsSaidAsUnexpected() {
        Words words = Words.in(Language.EN);

        assertThat(all(report("never-heard-of", null), 10).get(0).get(2)).isEqualTo(words.get("fault.unexpected"));
    }

    private static FaultReport report(@Nullable String reason, @Nullable String detail) {
        return new FaultReport(Words.in(Language.EN), reason, detail, (first, most) -> ROWS.stream()
                .skip(first)
                .limit(most)
                .toList());
    }

    private static List<List<@Nullable Object>> all(FaultReport report, int atOnce) {
        List<List<@Nullable Object>> all = new ArrayList<>();
        List<List<@Nullable Object>> page = report.page(0, atOnce);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = page.size() < atOnce ? List.of() : report.page(all.size(), atOnce);
        }
        return all;
    }
}

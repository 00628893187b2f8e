package org.fairlead.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void neutralisesCellsThatASpreadsheetWouldRun() {
        assertThat(Csv.cell("=HYPERLINK(\"http://x\")")).isEqualTo("\"'=HYPERLINK(\"\"http://x\"\")\"");
        assertThat(Csv.cell("+39 02")).isEqualTo("\"'+39 02\"");
        assertThat(Csv.cell("@SUM(A1)")).isEqualTo("\"'@SUM(A1)\"");
        assertThat(Csv.cell("\t=1")).isEqualTo("\"'\t=1\"");
    }

    @Test
    void leavesNumbersAndPlainWordsAlone() {
        assertThat(Csv.cell(new BigDecimal("-18400.00"))).isEqualTo("-18400.00");
        assertThat(Csv.cell("Ольга Ким")).isEqualTo("Ольга Ким");
        assertThat(Csv.cell(null)).isEmpty();
    }

    @Test
    void quotesWhatWouldBreakTheRow() throws IOException {
        var text = new StringBuilder();

        new Csv(text).row("name", "note").row("Rossi, \"Gino\"", "two\nlines");

        assertThat(text).hasToString("\ufeffname,note\r\n\"Rossi, \"\"Gino\"\"\",\"two\nlines\"\r\n");
    }

    @Property
    void noCellOfWordsBeginsAFormula(@ForAll String words) {
        var cell = Csv.cell(words);

        var shown = cell.startsWith("\"") ? cell.substring(1) : cell;
        assertThat(shown.isEmpty() || "=+-@\t\r".indexOf(shown.charAt(0)) < 0).isTrue();
    }
}

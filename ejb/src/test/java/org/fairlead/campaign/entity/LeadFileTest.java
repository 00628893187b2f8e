package org.fairlead.campaign.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.fairlead.campaign.LeadListSample;
import org.fairlead.campaign.LeadListSample.Expected;
import org.fairlead.campaign.UploadOptions;
import org.fairlead.campaign.UploadOptions.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadFileTest {

    @Test
    void namesEachBadRowOfTwelveKindsAndLosesNoGoodOne() {
        LeadListSample sample = LeadListSample.of(1_000, 5);

        Reading reading = read(sample.bytes());

        assertThat(reading.refusal).isEmpty();
        assertThat(reading.good).hasSize(1_000);
        assertThat(reading.faults)
                .extracting(f -> new Expected(f.line(), f.column(), f.reason().key()))
                .containsExactlyElementsOf(sample.expected());
        assertThat(sample.expected()).hasSize(60);
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void findsOutTheDelimiter(char delimiter) {
        String d = String.valueOf(delimiter);
        String file = "name;phone;segment\nÜmit Öz;+905321234567;gold\n".replace(";", d);

        Reading reading = read(file);

        assertThat(reading.good).singleElement().satisfies(lead -> {
            assertThat(lead.name()).isEqualTo("Ümit Öz");
            assertThat(lead.number()).isEqualTo("+905321234567");
            assertThat(lead.country()).isEqualTo("TR");
            assertThat(lead.zones()).containsExactly("Europe/Istanbul");
            assertThat(lead.fields()).containsEntry("segment", "gold");
        });
    }

    @Test
    void tellsASpreadsheetThatIsCalledCsv() {
        Reading reading = read("PK\u0003\u0004\u0014\u0000\u0006\u0000[Content_Types].xml\n");

        assertThat(reading.refusal).map(Refusal::reason).contains(Fault.Reason.SPREADSHEET);
        assertThat(reading.good).isEmpty();
    }

    @Test
    void readsVicidialsOrderWithoutHeader() {
        String row = "V77,src,101,39,02 8000 1001,Sig.,Anna,B,Rossi,Via Roma 1,,,Milano,MI,,20100,ITA,F,1980-01-01,,"
                + "anna@example.com,,calls after six,-5,owner\n";

        Reading reading = read(row.repeat(1));

        assertThat(reading.refusal).isEmpty();
        assertThat(reading.good).singleElement().satisfies(lead -> {
            assertThat(lead.number()).isEqualTo("+390280001001");
            assertThat(lead.name()).isEqualTo("Sig. Anna B Rossi");
            assertThat(lead.reference()).isEqualTo("V77");
            assertThat(lead.country()).isEqualTo("IT");
            assertThat(lead.region()).isEqualTo("MI");
            assertThat(lead.rank()).isEqualTo(-5);
            assertThat(lead.fields()).containsEntry("email", "anna@example.com").doesNotContainKey("phone_code");
        });
    }

    @Test
    void takesTheCallingCodeBeforeTheCampaignsCountry() {
        Reading reading = read("phone_code,phone_number\n90,0532 123 45 67\n,(212) 555-0100\n+39,3401234567\n");

        assertThat(reading.good)
                .extracting(LeadRow::number)
                .containsExactly("+905321234567", "+12125550100", "+393401234567");
    }

    @Test
    void keepsBothZonesWhereNumberAndListDisagree() {
        Reading reading = read("phone,tz\n+12125550100,America/Los_Angeles\n");

        assertThat(reading.good.get(0).zones()).containsExactly("America/New_York", "America/Los_Angeles");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "name,city\\nAnna,Rome # HEADER_WITHOUT_PHONE",
                "phone,phone_number\\n1,2 # HEADER_TWICE",
                "phone,<b>x</b>\\n1,2 # HEADER_UNREADABLE",
                "phone,\"x\\n1,2 # HEADER_UNREADABLE",
                "colour,shape\\nred,round # HEADER_UNKNOWN",
                "phone_number,city # EMPTY_FILE",
                "phone_number,city\\n\\n # EMPTY_FILE",
                "\\n \\n\\n # EMPTY_FILE"
            })
    void refusesAFileWhoseColumnsCannotBeKnown(String file, Fault.Reason reason) {
        Reading reading = read(file.replace("\\n", "\n"));

        assertThat(reading.refusal).get().extracting(Refusal::reason).isEqualTo(reason);
        assertThat(reading.good).isEmpty();
        assertThat(reading.faults).isEmpty();
    }

    @Test
    void refusesUtf16InOnePiece() {
        Reading reading = read("phone,name\n+12125550100,Anna\n".getBytes(Charset.forName("UTF-16")));

        assertThat(reading.refusal).get().extracting(Refusal::reason).isEqualTo(Fault.Reason.NOT_UTF_8);
    }

    @Test
    void passesOverTheByteOrderMark() {
        Reading reading = read("\uFEFFphone,name\n+12125550100,Anna\n");

        assertThat(reading.good).hasSize(1);
    }

    @Test
    void reportsEveryBadCellOfARow() {
        Reading reading = read("phone,name,city,rank\n12,=1+1,<b>,x\n+12125550100,Anna,Rome,1\n77,,,x\n");

        assertThat(reading.faults)
                .extracting(f -> f.line() + " " + f.column() + " " + f.reason().key())
                .containsExactly("2 name formula", "2 city markup", "4 phone_number phone_number", "4 rank rank");
    }

    @Test
    void takesBlankLinesAtTheEndForTheEnd() {
        Reading reading = read("phone\n+12125550100\n\n\r\n  \n");

        assertThat(reading.good).hasSize(1);
        assertThat(reading.faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=A1", "+A1", "-A1", "@A1", "-1+2", "+1(2)*3", "=HYPERLINK(1)", " =A1"})
    void takesNoFormula(String cell) {
        Reading reading = read("phone,notes\n+12125550100," + cell + "\n");

        assertThat(reading.faults).extracting(Fault::reason).containsExactly(Fault.Reason.FORMULA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+90123", "+1", "+39 02", "+(90) 12-3", "+999999999999999999999999999999"})
    void aPlusBeforeDigitsIsANumberHoweverBadAndNoFormula(String cell) {
        Reading reading = read("phone,name\n" + cell + ",Anna\n");

        assertThat(reading.faults).extracting(Fault::reason).containsExactly(Fault.Reason.PHONE_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "+-1", "+A1", "+1+1", "-90123", "=90123", "@90123"})
    void whatElseBeginsAsAFormulaStaysOneInTheNumbersColumn(String cell) {
        Reading reading = read("phone,name\n" + cell + ",Anna\n");

        assertThat(reading.faults).extracting(Fault::reason).containsExactly(Fault.Reason.FORMULA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Brien", "Д'Артаньян", "Ümit", "a=b", "I <3 NY", "+39 02 8000 1001", "Anne-Marie", "李小龍"})
    void takesHonestWords(String cell) {
        Reading reading = read("phone,notes\n+12125550100," + cell + "\n");

        assertThat(reading.faults).isEmpty();
        assertThat(reading.good.get(0).fields()).containsEntry("notes", cell);
    }

    /** Whatever bytes come: it ends, and each line that holds something is a good row or has a fault. */
    @Property(tries = 300)
    void losesNoLineWhateverTheBytes(@ForAll byte[] noise) {
        byte[] header = "phone,name\n".getBytes(StandardCharsets.UTF_8);
        byte[] file = new byte[header.length + noise.length];
        System.arraycopy(header, 0, file, 0, header.length);
        System.arraycopy(noise, 0, file, header.length, noise.length);

        Reading reading = read(file);

        long reported = reading.faults.stream().map(Fault::line).distinct().count();
        assertThat(reading.good.size() + reported).isGreaterThanOrEqualTo(linesWithInk(noise));
    }

    private static long linesWithInk(byte[] bytes) {
        return Stream.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\n"))
                .filter(line -> line.chars().anyMatch(c -> c > ' ' && c < 0x7f))
                .count();
    }

    private static Reading read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static Reading read(byte[] file) {
        Reading reading = new Reading();
        UploadOptions options = new UploadOptions(null, Order.AUTO, false);
        try {
            reading.refusal = new LeadFile(new ByteArrayInputStream(file), options, "US").read(reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reading;
    }

    private static final class Reading implements LeadFile.Rows {
        private final List<LeadRow> good = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();
        private Optional<Refusal> refusal = Optional.empty();

        @Override
        public void good(LeadRow row) {
            good.add(row);
        }

        @Override
        public void bad(List<Fault> found) {
            faults.addAll(found);
        }
    }
}

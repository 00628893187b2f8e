package org.fairlead.collections.entity.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fairlead.collections.entity.bank.BankFile.Fault;
import org.fairlead.collections.entity.bank.BankFile.Refusal;
import org.fairlead.shared.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Bai2FileTest {

    // 03: 10000 + 50000 = 60000; items 25000 + 7500 + 2500 = 35000
    private static final String FILE =
            """
            01,122099999,123456789,260504,0200,1,80,1,2/
            02,031001234,122099999,1,260503,2359,USD,2/
            03,0975312468,,010,10000,,,190,50000,4,0/
            16,165,25000,Z,DD1620,K-2001,PAYMENT BY
            88,JOHN SMITH, THANK YOU/
            16,115,7500,S,7500,0,0,LB01,K-2002,LOCKBOX/
            16,555,2500,,RT77,K-2001,RETURNED/
            49,95000,6/
            98,95000,1,8/
            99,95000,1,10/
            """;

    @Test
    void creditsAreTakenAndReturnedItemsMarked() throws Refusal {
        BankFile file = Bai2File.read(FILE);

        assertThat(file.entries())
                .containsExactly(
                        entry("DD1620", 250_00, "K-2001 PAYMENT BY,JOHN SMITH, THANK YOU", ""),
                        entry("LB01", 75_00, "K-2002 LOCKBOX", ""),
                        entry("RT77", -25_00, "K-2001 RETURNED", "555"));
    }

    @Test
    void aMovementWithoutTheBanksKeyIsKnownByWhatItIsAndNotByItsLine() throws Refusal {
        String first = FILE.replace("DD1620", "").replace("LB01", "");
        String elsewhere = first.replace("16,165,25000", "16,115,7500,Z,,K-2003,OTHER/\n16,165,25000")
                .replace("95000,6", "102500,7")
                .replace("95000,1,8", "102500,1,9")
                .replace("95000,1,10", "102500,1,11");

        assertThat(keys(elsewhere)).hasSize(4).doesNotHaveDuplicates().containsAll(keys(first));
    }

    @Test
    void ofTwoMovementsAlikeEachIsOne() throws Refusal {
        String twice = FILE.replace("DD1620", "")
                .replace("16,165,25000", "16,165,25000,Z,,K-2001,PAYMENT BY\n88,JOHN SMITH, THANK YOU/\n16,165,25000")
                .replace("95000,6", "120000,8")
                .replace("95000,1,8", "120000,1,10")
                .replace("95000,1,10", "120000,1,12");

        assertThat(keys(twice)).hasSize(4).doesNotHaveDuplicates();
        assertThat(keys(twice)).containsAll(keys(FILE.replace("DD1620", "")));
    }

    private static List<String> keys(String text) throws Refusal {
        return Bai2File.read(text).entries().stream().map(BankEntry::key).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "49|95000|6, 49|95001|6, TOTALS",
        "49|95000|6, 49|95000|7, TOTALS",
        "98|95000|1|8, 98|95000|2|8, TOTALS",
        "98|95000|1|8, 98|95000|1|9, TOTALS",
        "99|95000|1|10, 99|95000|1|11, TOTALS",
        "16|165|25000, 16|165|25x00, BAD_VALUE",
        "16|165|25000, 16|165|26000, TOTALS",
        "260503, 261303, BAD_VALUE",
        "USD, XXQ, BAD_VALUE",
        "16|115, 17|115, UNKNOWN_RECORD",
        "98|, 99|, TRUNCATED"
    })
    void oneWrongFigureRefusesTheFileWhole(String right, String wrong, Fault fault) {
        String changed = FILE.replace(right.replace('|', ','), wrong.replace('|', ','));

        assertThat(changed).isNotEqualTo(FILE);
        assertThatThrownBy(() -> Bai2File.read(changed))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fault()).isEqualTo(fault));
    }

    @Property(tries = 100)
    void aFileThatIsCutAnywhereIsRefused(@ForAll @IntRange(max = 420) int at) {
        // the last line without its final slash or line break is whole
        int cut = Math.min(at, FILE.lastIndexOf("10/"));

        assertThatThrownBy(() -> Bai2File.read(FILE.substring(0, cut))).isInstanceOf(Refusal.class);
    }

    @Property(tries = 300)
    void whateverComesInIsReadOrRefused(@ForAll long seed) {
        StringBuilder text = new StringBuilder(FILE);
        Random random = new Random(seed);
        for (int i = 0; i < 4; i++) {
            text.setCharAt(random.nextInt(text.length()), "0123456789,/ZDVS\n".charAt(random.nextInt(17)));
        }

        try {
            assertThat(Bai2File.read(text.toString()).entries()).hasSizeLessThanOrEqualTo(8);
        } catch (Refusal refusal) {
            assertThat(refusal.fault()).isNotNull();
        }
    }

    private static BankEntry entry(String key, long minor, String reference, String returned) {
        return new BankEntry(
                "0975312468|" + key, LocalDate.of(2026, 5, 3), new Money(minor, "USD"), reference, "", returned);
    }
}

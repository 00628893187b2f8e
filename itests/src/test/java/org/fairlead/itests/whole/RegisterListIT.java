package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.fairlead.itests.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Do-not-call lists that are not as they should be, through the page and the database: the old list stays in force. */
@ExtendWith(WholeStack.class)
class RegisterListIT {

    private static final int MILLION = 1_000_000;
    private static final double LONG = 180_000;

    /** What is in force: which list, of which day, with how many numbers. */
    private record InForce(String day, int numbers) {}

    private record File(String name, byte[] bytes) {
        static File of(String name, String text) {
            return new File(name, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aBadListIsRefusedAndTheOldOneStaysInForce(Console console, Stack stack) throws Exception {
        // given
        Page page = console.logIn("clara");
        console.open(page, "/registers.xhtml");
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        String register = page.locator("[id='hand:register']").inputValue();
        handIn(page, today, "", File.of("good-1.csv", "+12125550181\n+12125550182\n+12125550183\n"));
        assertThat(newest(page)).hasClass("chip ok");
        InForce before = inForce(stack, register);
        assertThat(before.numbers()).isEqualTo(3);
        List<Runnable> bad = List.of(
                () -> handIn(page, "", "", File.of("no-date-1.csv", "+12125550190\n")),
                () -> handIn(page, today, "0".repeat(64), File.of("wrong-hash-1.csv", "+12125550190\n")),
                () -> handIn(page, today, "", File.of("empty-1.csv", "")),
                () -> handIn(page, today, "", File.of("words-1.csv", "number\nnot a number\nneither is this\n")),
                () -> handIn(
                        page,
                        today,
                        "",
                        new File("foreign-1.csv", "номер\n+12125550190\n".getBytes(Charset.forName("windows-1251")))));

        // when, then
        for (Runnable handIn : bad) {
            handIn.run();
            assertThat(page.locator("main")).isVisible();
            assertThat(inForce(stack, register)).isEqualTo(before);
        }
        assertThat(page.locator("section[aria-labelledby='files-title'] .chip.bad")
                        .count())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void aFewBadLinesAreToldRowByRowAndAMillionAreTakenAtOnce(Console console, Stack stack) throws Exception {
        // given
        Page page = console.logIn("clara");
        console.open(page, "/registers.xhtml");
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        String register = page.locator("[id='hand:register']").inputValue();
        StringBuilder some = new StringBuilder();
        IntStream.range(0, 400)
                .forEach(n -> some.append("+1212556").append(1000 + n).append('\n'));
        some.insert("+12125561000\n".length() * 10, "rubbish-eleven\n");

        // when
        handIn(page, today, "", File.of("few-1.csv", some.toString()));

        // then
        assertThat(newest(page)).hasClass("chip ok");
        assertThat(page.locator("section[aria-labelledby='faults-title']")).containsText("rubbish-eleven");
        assertThat(inForce(stack, register)).isEqualTo(new InForce(today, 400));

        // when
        StringBuilder many = new StringBuilder(MILLION * 13);
        IntStream.range(0, MILLION)
                .forEach(n -> many.append("+1").append(2_122_000_000L + n).append('\n'));
        File million = File.of("million-1.csv", many.toString());
        page.setDefaultTimeout(LONG);
        handIn(page, today, sha256(million.bytes()), million);

        // then
        assertThat(newest(page)).hasClass("chip ok");
        assertThat(inForce(stack, register).numbers()).isGreaterThan(MILLION / 2);
    }

    private static void handIn(Page page, String date, String hash, File file) {
        page.locator("[id='hand:country']").fill("US");
        page.locator("[id='hand:date']").fill(date);
        page.locator("[id='hand:hash']").fill(hash);
        page.locator("[id='hand:file']").setInputFiles(new FilePayload(file.name(), "text/csv", file.bytes()));
        page.waitForNavigation(() -> page.locator("[id='hand:take']").click());
    }

    private static Locator newest(Page page) {
        return page.locator("section[aria-labelledby='files-title'] tbody tr .chip")
                .first();
    }

    private static InForce inForce(Stack stack, String register) throws Exception {
        try (Connection engine = stack.engine();
                PreparedStatement query = engine.prepareStatement(
                        """
                        select r.list_date::text, (select count(*) from outreach_register_number n
                          where n.client_id = r.client_id and n.generation = r.generation)
                        from outreach_register r where r.client_id = 0 and r.name = ?""")) {
            query.setString(1, register);
            ResultSet row = query.executeQuery();
            return row.next() ? new InForce(row.getString(1), row.getInt(2)) : new InForce("none", 0);
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}

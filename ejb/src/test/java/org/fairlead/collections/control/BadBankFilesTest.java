package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.Payments.BankFileView;
import org.fairlead.collections.Payments.PaymentView;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.PlaceDebts.Handed;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.shared.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are wrong, or meant ill: refused whole with a reason that is kept, or parked, and nothing is posted twice. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadBankFilesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static final String STATEMENT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr><Stmt>
            <Acct><Id><IBAN>TR330006100519786457841326</IBAN></Id></Acct>
            <TxsSummry><TtlNtries><NbOfNtries>1</NbOfNtries><Sum>120.00</Sum></TtlNtries></TxsSummry>
            <Ntry><Amt Ccy="TRY">120.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><ValDt><Dt>2026-03-01</Dt></ValDt>
            <AcctSvcrRef>B1</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>K-77001</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
            </Stmt></BkToCstmrStmt></Document>
            """;

    private static final String BAI2 =
            """
            01,122099999,123456789,260301,0200,1,80,,2/
            02,031001234,122099999,1,260301,,TRY,2/
            03,0975312468,TRY,010,0,,,100,12000,1,/
            16,165,12000,Z,DD1620,K-77001,PAYMENT/
            49,24000,3/
            98,24000,1,5/
            99,24000,1,7/
            """;

    private final TestPortfolio portfolio = new TestPortfolio();
    private final FakeOutreach outreach = new FakeOutreach();

    @BeforeAll
    void placeADebt() {
        String file =
                "reference;customer_id;name;phone;principal;past_due_since\nK-77001;C-1;Ayşe Yıldız;0532 123 01 11;1000,00;2026-01-15\n";
        in(c -> new PlaceDebts(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), NOW)
                .place(new Handed(
                        "a.csv",
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        "h",
                        Map.of(),
                        false,
                        TestPortfolio.PORTFOLIO,
                        "bora")));
    }

    @AfterAll
    void dropDatabase() {
        portfolio.close();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("a billion laughs", bomb(), "DOCTYPE"),
                Arguments.of("one long entity many times", quadratic(), "DOCTYPE"),
                Arguments.of(
                        "a file of the server",
                        document("<!ENTITY x SYSTEM \"file:///etc/passwd\">", "&x;"),
                        "DOCTYPE"),
                Arguments.of("an address", document("<!ENTITY x SYSTEM \"http://127.0.0.1:1/x\">", "&x;"), "DOCTYPE"),
                Arguments.of(
                        "a parameter entity",
                        document("<!ENTITY % p SYSTEM \"http://127.0.0.1:1/p\"> %p;", ""),
                        "DOCTYPE"),
                Arguments.of(
                        "a document type elsewhere",
                        STATEMENT.replace(
                                "<Document", "<!DOCTYPE Document SYSTEM \"http://127.0.0.1:1/d.dtd\"><Document"),
                        "DOCTYPE"),
                Arguments.of("a sum that does not balance", STATEMENT.replace("<Sum>120.00", "<Sum>120.01"), "TOTALS"),
                Arguments.of("a count that does not", STATEMENT.replace("<NbOfNtries>1", "<NbOfNtries>2"), "TOTALS"),
                Arguments.of("half a statement", STATEMENT.substring(0, STATEMENT.length() / 2), "NOT_XML"),
                Arguments.of("another message", STATEMENT.replace("Stmt>", "Ordr>"), "NOT_A_STATEMENT"),
                Arguments.of("BAI2 without its end", BAI2.substring(0, BAI2.indexOf("98,")), "TRUNCATED"),
                Arguments.of("BAI2 that breaks off", BAI2.substring(0, BAI2.indexOf("PAYMENT")), "TRUNCATED"),
                Arguments.of("BAI2 with another total", BAI2.replace("49,24000", "49,24001"), "TOTALS"),
                Arguments.of("nothing", "", "EMPTY"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void aFileThatIsWrongIsRefusedWholeAndItsReasonKept(String what, String content, String reason) {
        BankFileView file = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> take(content));

        assertThat(file.taken()).as(what).isFalse();
        assertThat(file.reason()).as(what).isEqualTo(reason);
        assertThat(file.posted() + file.parked()).isZero();
    }

    @Test
    void anEntityIsNotSmuggledInByAnotherEncoding() {
        for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            BankFileView file = assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> take(bomb().replace("UTF-8", "UTF-16").getBytes(charset)));

            assertThat(file.taken()).as(charset.name()).isFalse();
            assertThat(file.entries()).isZero();
        }
    }

    @Test
    void whatIsGivenTwiceWhetherAsStatementOrAsAdviceIsPostedOnce() {
        String advice = STATEMENT
                .replace("camt.053", "camt.054")
                .replace("<Stmt>", "<Ntfctn>")
                .replace("</Stmt>", "</Ntfctn>");
        long before = owed();

        BankFileView first = take(advice);
        BankFileView second = take(STATEMENT);
        BankFileView third = take(STATEMENT.replace("M1", "M2"));

        assertThat(first.posted()).isEqualTo(1);
        assertThat(List.of(second, third)).allSatisfy(file -> {
            assertThat(file.taken()).isTrue();
            assertThat(file.posted()).isZero();
            assertThat(file.known()).isEqualTo(1);
        });
        assertThat(before - owed()).isEqualTo(120_00);
        assertThat(this.<List<UUID>>in(c -> new DebtLedger(c, TestPortfolio.CLIENT).outOfStep()))
                .isEmpty();
    }

    @Test
    void anotherCurrencyOrAnUnknownReferenceIsParkedWithItsReason() {
        long before = owed();

        take(STATEMENT.replace("TRY\"", "EUR\"").replace(">B1<", ">B2<"));
        take(STATEMENT.replace("K-77001", "K-99999").replace(">B1<", ">B3<"));

        assertThat(this.<List<PaymentView>>in(c -> PaymentBook.waiting(c, TestPortfolio.PORTFOLIO, 0, 10)))
                .extracting(PaymentView::reason)
                .containsExactlyInAnyOrder("CURRENCY", "UNKNOWN_REFERENCE");
        assertThat(owed()).isEqualTo(before);
    }

    /** Each entity is ten of the one before: ten of them make ten thousand million words. */
    private static String bomb() {
        StringBuilder entities = new StringBuilder("<!ENTITY e0 \"lol\">");
        for (int i = 1; i <= 10; i++) {
            entities.append("<!ENTITY e%d \"%s\">".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
        }
        return document(entities.toString(), "&e10;");
    }

    private static String quadratic() {
        return document("<!ENTITY a \"" + "a".repeat(60_000) + "\">", "&a;".repeat(60_000));
    }

    private static String document(String entities, String content) {
        return STATEMENT
                .replace("<Document", "<!DOCTYPE Document [" + entities + "]><Document")
                .replace("K-77001", content);
    }

    private BankFileView take(String content) {
        return take(content.getBytes(StandardCharsets.UTF_8));
    }

    private BankFileView take(byte[] content) {
        return in(c -> {
            PaymentTools tools = new PaymentTools(outreach, outreach, "bora", NOW);
            UUID id =
                    new TakeInPayments(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), tools).take("p", content, "x");
            return PaymentBook.file(c, id);
        });
    }

    private long owed() {
        return in(c -> Sql.one(c, row -> row.getLong(1), "select principal from debt where reference = 'K-77001'")
                .orElseThrow());
    }

    private <T> T in(Function<Connection, T> work) {
        try (Connection c = portfolio.scoped(TestPortfolio.CLIENT)) {
            T result = work.apply(c);
            c.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

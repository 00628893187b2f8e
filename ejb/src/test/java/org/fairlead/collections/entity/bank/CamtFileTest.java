package org.fairlead.collections.entity.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fairlead.collections.entity.bank.BankFile.Fault;
import org.fairlead.collections.entity.bank.BankFile.Refusal;
import org.fairlead.shared.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CamtFileTest {

    private static final String STATEMENT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
              <GrpHdr><MsgId>M1</MsgId></GrpHdr>
              <Stmt>
                <Acct><Id><IBAN>TR330006100519786457841326</IBAN></Id></Acct>
                <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="TRY">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
                <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="TRY">725.50</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
                <TxsSummry><TtlNtries><NbOfNtries>3</NbOfNtries><Sum>1025.50</Sum></TtlNtries>
                  <TtlCdtNtries><NbOfNtries>2</NbOfNtries><Sum>825.50</Sum></TtlCdtNtries></TxsSummry>
                <Ntry><Amt Ccy="TRY">525.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                  <ValDt><Dt>2026-05-04</Dt></ValDt><AcctSvcrRef>B1</AcctSvcrRef>
                  <NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
                    <RltdPties><Dbtr><Pty><Nm>Ayşe Kılıç</Nm></Pty></Dbtr></RltdPties>
                    <RmtInf><Ustrd>borç K-1001</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
                <Ntry><Amt Ccy="TRY">300.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                  <ValDt><Dt>2026-05-05</Dt></ValDt><AcctSvcrRef>B2</AcctSvcrRef>
                  <NtryDtls>
                    <TxDtls><Amt Ccy="TRY">100.00</Amt><RmtInf><Strd><CdtrRefInf><Ref>K-1002</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>
                    <TxDtls><Amt Ccy="TRY">200.00</Amt><RmtInf><Ustrd>K-1003</Ustrd></RmtInf></TxDtls>
                  </NtryDtls></Ntry>
                <Ntry><Amt Ccy="TRY">200.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                  <ValDt><Dt>2026-05-05</Dt></ValDt><AcctSvcrRef>B3</AcctSvcrRef>
                  <NtryDtls><TxDtls><Refs><EndToEndId>K-1003</EndToEndId></Refs><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>
              </Stmt></BkToCstmrStmt></Document>
            """;

    @Test
    void everyBookedMovementIsReadWithItsOwnKey() throws Refusal {
        BankFile file = read(STATEMENT);

        assertThat(file.entries())
                .extracting(BankEntry::key)
                .extracting(key -> key.substring(key.indexOf('|') + 1))
                .containsExactly("B1", "B2/1", "B2/2", "B3");
        assertThat(file.entries().get(0))
                .isEqualTo(new BankEntry(
                        "TR330006100519786457841326|B1",
                        LocalDate.of(2026, 5, 4),
                        new Money(525_50, "TRY"),
                        "borç K-1001",
                        "Ayşe Kılıç",
                        ""));
        assertThat(file.entries().get(3).isReturn()).isTrue();
        assertThat(file.entries().get(3).amount()).isEqualTo(new Money(-200_00, "TRY"));
    }

    @Test
    void partsThatRepeatTheKeyOfTheirBatchHaveOneEach() throws Refusal {
        String repeated = STATEMENT
                .replace(
                        "<TxDtls><Amt Ccy=\"TRY\">100.00</Amt>",
                        "<TxDtls>" + ref("B2") + "<Amt Ccy=\"TRY\">100.00</Amt>")
                .replace(
                        "<TxDtls><Amt Ccy=\"TRY\">200.00</Amt>",
                        "<TxDtls>" + ref("B2") + "<Amt Ccy=\"TRY\">200.00</Amt>");

        assertThat(read(repeated).entries()).extracting(BankEntry::key).doesNotHaveDuplicates();
        assertThat(keys(repeated)).isEqualTo(keys(STATEMENT));
        assertThat(keys(repeated.replace(ref("B2"), ref("X7")))).isEqualTo(keys(STATEMENT));
    }

    @Test
    void entriesAlikeWithoutTheBanksKeyAreTwoAndAreKnownAgainInAnotherFile() throws Refusal {
        String without = STATEMENT.replaceAll("<AcctSvcrRef>[^<]*</AcctSvcrRef>", "<AcctSvcrRef>NONREF</AcctSvcrRef>");
        String alike = without.replace("<Ustrd>K-1003</Ustrd>", "<Ustrd>K-1002</Ustrd>")
                .replace("<Strd><CdtrRefInf><Ref>K-1002</Ref></CdtrRefInf></Strd>", "<Ustrd>K-1002</Ustrd>")
                .replace("\"TRY\">200.00</Amt><RmtInf>", "\"TRY\">150.00</Amt><RmtInf>")
                .replace("\"TRY\">100.00</Amt><RmtInf>", "\"TRY\">150.00</Amt><RmtInf>");

        assertThat(keys(alike)).hasSize(4).doesNotHaveDuplicates();
        assertThat(keys(alike.replace("M1", "M2"))).isEqualTo(keys(alike));
        assertThat(keys(without)).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void theFirstEntryOfTheNextDayIsNotTheFirstOfThisOne() throws Refusal {
        String numbered = STATEMENT.replaceAll("<AcctSvcrRef>B([0-9])</AcctSvcrRef>", "<NtryRef>$1</NtryRef>");
        String nextDay = numbered.replace("2026-05-04", "2026-05-06").replace("2026-05-05", "2026-05-07");

        assertThat(keys(nextDay)).doesNotContainAnyElementsOf(keys(numbered));
    }

    private static String ref(String key) {
        return "<Refs><AcctSvcrRef>" + key + "</AcctSvcrRef></Refs>";
    }

    private static List<String> keys(String xml) throws Refusal {
        return read(xml).entries().stream().map(BankEntry::key).toList();
    }

    @Test
    void olderVersionsAndAdvicesAreReadAlike() throws Refusal {
        String old = STATEMENT
                .replace("camt.053.001.08", "camt.054.001.02")
                .replace("<Stmt>", "<Ntfctn>")
                .replace("</Stmt>", "</Ntfctn>")
                .replace("<Sts><Cd>BOOK</Cd></Sts>", "<Sts>BOOK</Sts>")
                .replace("<Pty>", "")
                .replace("</Pty>", "");

        assertThat(read(old).entries()).isEqualTo(read(STATEMENT).entries());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            quoteCharacter = '~',
            value = {
                "<NbOfNtries>3 -> <NbOfNtries>4",
                "<Sum>1025.50 -> <Sum>1025.51",
                "<Sum>825.50 -> <Sum>900.00",
                "725.50 -> 725.51",
                "200.00</Amt><RmtInf> -> 201.00</Amt><RmtInf>"
            })
    void totalsThatDoNotAddUpRefuseTheFileWhole(String right, String changed) {
        String wrong = STATEMENT.replace(right, changed);

        assertThat(wrong).isNotEqualTo(STATEMENT);
        assertFault(wrong, Fault.TOTALS);
    }

    @Test
    void anEntityIsNeitherFetchedNorMultiplied() {
        String external = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<Document><Stmt><Ntry>&x;</Ntry></Stmt></Document>";
        String bomb =
                "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">]>"
                        + "<Document><Stmt>&b;</Stmt></Document>";

        assertFault(external, Fault.DOCTYPE);
        assertFault(bomb, Fault.DOCTYPE);
    }

    @Test
    void whatIsNoStatementOrNoXmlIsRefused() {
        assertFault("<Document><CstmrCdtTrfInitn/></Document>", Fault.NOT_A_STATEMENT);
        assertFault("date;amount\n2026-05-04;10,00", Fault.NOT_XML);
        assertFault(STATEMENT.substring(0, 900), Fault.NOT_XML);
        assertFault(STATEMENT.replaceFirst("525.50", "525,50"), Fault.BAD_VALUE);
        assertFault(STATEMENT.replaceFirst("2026-05-04", "2026-15-04"), Fault.BAD_VALUE);
        assertFault("<Stmt>" + "<a>".repeat(90_000), Fault.NOT_A_STATEMENT);
    }

    @Property(tries = 100)
    void aFileThatIsCutAnywhereIsRefused(@ForAll @IntRange(max = 2000) int at) {
        int cut = Math.min(at, STATEMENT.lastIndexOf("</Document>"));

        assertThatThrownBy(() -> read(STATEMENT.substring(0, cut))).isInstanceOf(Refusal.class);
    }

    private static void assertFault(String xml, Fault fault) {
        assertThatThrownBy(() -> read(xml)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.fault())
                .isEqualTo(fault));
    }

    private static BankFile read(String xml) throws Refusal {
        return CamtFile.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}

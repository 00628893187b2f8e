package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.fairlead.itests.stack.SimulatorControl;
import org.fairlead.itests.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A debt's way: handed over, called, promised, paid and paid over; and one whose promise is broken and is called again. */
@ExtendWith(WholeStack.class)
class CollectionsIT {

    private static final IsVisibleOptions DIALER = new IsVisibleOptions().setTimeout(30_000);
    private static final ZoneId CLIENT = ZoneId.of("Europe/Istanbul");

    @Test
    void aDebtGoesFromThePlacementFileToTheRemittance(Console console, Stack stack, SimulatorControl customers)
            throws Exception {
        // given
        customers.doAsTheLastDigitSays();
        TestDebts debts = TestDebts.make(stack);
        Page bora = console.logIn("bora");
        int tail = Math.floorMod(debts.portfolio().hashCode(), 1_000);
        String reference = "AK-%s-1".formatted(debts.portfolio().toString().substring(0, 8));

        // when
        console.open(bora, "/placements.xhtml?of=" + debts.portfolio());
        upload(bora, "#place\\:file", "#place\\:send", "anadolu.csv", placement(reference, tail));

        // then
        assertThat(bora.locator("#shown[data-state=LOADED]")).isVisible();
        assertThat(bora.locator("#rows-loaded")).hasText("1");
        assertThat(bora.locator("#rows-bad")).hasText("1");
        assertThat(bora.locator("#faults")).containsText("phone");
        assertThat(bora.request()
                        .get(bora.locator("#acknowledgement")
                                .evaluate("a => a.href")
                                .toString())
                        .text())
                .contains(reference)
                .contains("12345.67");

        Page deniz = console.logIn("deniz");
        Desk desk = new Desk(deniz);
        calledAndPromised(console, bora, deniz, desk, reference);
        paid(console, bora, debts, reference);
        paidOver(console, bora, debts);
        brokenAndCalledAgain(console, bora, deniz, desk, debts, reference);
        desk.leave();
    }

    private static void calledAndPromised(Console console, Page bora, Page deniz, Desk desk, String reference) {
        // when
        desk.becomeReady();
        nightNow(console, bora);

        // then
        assertThat(deniz.locator("#preview")).isVisible(DIALER);
        assertThat(deniz.locator("#debtor [data-state=unchecked]")).isVisible();
        assertThat(deniz.content()).doesNotContain("12.345,67").doesNotContain(reference);

        // when
        desk.press("Enter");
        assertThat(deniz.locator("#controls [data-act=hold]:not([disabled])")).isVisible(DIALER);
        desk.press("b");
        assertThat(deniz.locator("#q-BIRTH_DATE")).isFocused();
        deniz.keyboard().type("01.01.1970");
        desk.press("Enter");

        // then
        assertThat(deniz.locator("#debtor [data-state=unchecked] .bad")).isVisible();
        assertThat(deniz.locator("#balances")).hasCount(0);

        // when
        check(deniz, desk);

        // then
        assertThat(deniz.locator("#owed")).containsText("12.345,67");
        assertThat(deniz.locator("#steps [data-step=CALL][data-open=true]")).isVisible();

        // when
        promise(deniz, desk, "500,00");

        // then
        assertThat(deniz.locator("#promises [data-promise=STANDING]")).isVisible();
        assertThat(deniz.locator("#steps [data-step=CALL][data-open=false]")).isVisible();
        desk.hangUp();
        desk.closeWith("1");
    }

    private static void paid(Console console, Page bora, TestDebts debts, String reference) {
        // when
        console.open(bora, "/payments.xhtml?of=" + debts.portfolio());
        upload(bora, "#take\\:file", "#take\\:send", "statement.xml", statement(reference, "500.00"));
        assertThat(bora.locator("#posted tbody tr")).hasCount(1);
        upload(bora, "#take\\:file", "#take\\:send", "again.xml", statement(reference, "500.00"));

        // then
        assertThat(bora.locator("#files tbody tr")).hasCount(2);
        assertThat(bora.locator("#posted tbody tr")).hasCount(1);
        assertThat(debts.read(
                        "select string_agg(p.state, ',') from promise p join debt d using (client_id, debt_id) where"
                                + " d.reference = ?",
                        reference))
                .isEqualTo("KEPT");
    }

    private static void paidOver(Console console, Page bora, TestDebts debts) {
        // when
        console.open(bora, "/remittances.xhtml?of=" + debts.portfolio());
        bora.locator("#pay\\:send").click();

        // then
        assertThat(bora.locator("#paid")).containsText("450");
        assertThat(bora.locator("#lines tbody tr")).hasCount(1);

        // when
        Page selin = console.logIn("selin");
        console.open(selin, "/collections.xhtml");

        // then
        String code =
                String.valueOf(debts.read("select code from portfolio where portfolio_id = ?", debts.portfolio()));
        assertThat(selin.locator("[data-portfolio='" + code + "'] .collected"))
                .containsText("500", new ContainsTextOptions().setTimeout(10_000));
        assertThat(selin.locator("[data-portfolio='" + code + "'] .kept")).containsText("100");
    }

    /** A settlement below the agent's floor binds nobody until somebody else has said yes; then it stops the calls. */
    private static void settledWithFourEyes(Console console, Page deniz, Desk desk, TestDebts debts) {
        // given
        assertThat(deniz.locator("#preview")).isVisible(DIALER);
        desk.press("Enter");
        assertThat(deniz.locator("#controls [data-act=hold]:not([disabled])")).isVisible(DIALER);
        desk.press("b");
        check(deniz, desk);

        // when
        deniz.locator("#arrange summary").click();
        deniz.locator("#arrange-amount").fill("9.000,00");
        deniz.locator("#arrange-count").fill("2");
        deniz.locator("#arrange-due").fill(LocalDate.now(CLIENT).plusDays(5).toString());
        deniz.locator("#arrange button").click();

        // then
        assertThat(deniz.locator("#arrangement[data-arrangement=WAITS_FOR_APPROVAL]"))
                .isVisible();
        desk.hangUp();
        desk.closeWith("1");

        // when
        Page sena = console.logIn("sena");
        console.open(sena, "/arrangements.xhtml");
        assertThat(sena.locator("#decide tbody tr")).containsText("9");
        sena.locator("#decide [type=submit]").first().click();

        // then
        String own = debts.read("select reference from debt where portfolio_id = ?", debts.portfolio());
        assertThat(sena.locator("#end tbody tr").filter(new Locator.FilterOptions().setHasText(own)))
                .hasCount(1);
        assertThat(debts.read("select string_agg(status, ',') from debt where portfolio_id = ?", debts.portfolio()))
                .isEqualTo("SETTLEMENT");
        assertThat(debts.read("select count(*)::text from outreach_hold where kind = 'settlement' and until > now()"))
                .isNotEqualTo("0");
    }

    /** The kept promise's debt goes on: another promise, which is broken. */
    private static void brokenAndCalledAgain(
            Console console, Page bora, Page deniz, Desk desk, TestDebts debts, String reference) throws Exception {
        // given
        desk.becomeReady();
        nightNow(console, bora);
        assertThat(deniz.locator("#preview")).isVisible(DIALER);
        desk.press("Enter");
        assertThat(deniz.locator("#controls [data-act=hold]:not([disabled])")).isVisible(DIALER);
        desk.press("b");
        check(deniz, desk);
        promise(deniz, desk, "700,00");
        assertThat(deniz.locator("#promises [data-promise=STANDING]")).isVisible();
        desk.hangUp();
        desk.closeWith("1");

        // when
        nightNow(console, bora);

        // then
        // nobody calls while the promise stands
        deniz.waitForCondition(
                () -> "DONE".equals(debts.read("select state from lead where campaign_id = ?", debts.campaign())));

        // when
        debts.change(
                "update promise set made_on = made_on - 10, due_on = current_date - 4 where state = 'STANDING' and"
                        + " debt_id = (select debt_id from debt where reference = ?)",
                reference);
        nightNow(console, bora);

        // then
        assertThat(debts.read(
                        "select string_agg(p.state, ',' order by amount) from promise p join debt d using (client_id,"
                                + " debt_id) where d.reference = ?",
                        reference))
                .isEqualTo("KEPT,BROKEN");
        assertThat(deniz.locator("#preview")).isVisible(DIALER);
        assertThat(debts.read("select count(*)::text from attempt where campaign_id = ? and allowed", debts.campaign()))
                .isEqualTo("3");
        settledWithFourEyes(console, deniz, desk, debts);
    }

    private static void check(Page deniz, Desk desk) {
        assertThat(deniz.locator("#q-BIRTH_DATE")).isFocused();
        deniz.locator("#q-BIRTH_DATE").fill("14.05.1981");
        desk.press("Tab");
        deniz.keyboard().type("35220");
        desk.press("Enter");
        assertThat(deniz.locator("#debtor [data-state=passed]")).isVisible();
        assertThat(deniz.locator("#promise-amount")).isFocused();
    }

    private static void promise(Page deniz, Desk desk, String amount) {
        deniz.locator("#promise-amount").fill(amount);
        deniz.locator("#promise-due").fill(LocalDate.now(CLIENT).plusDays(5).toString());
        deniz.locator("#promise-amount").focus();
        desk.press("Enter");
    }

    private static void nightNow(Console console, Page bora) {
        console.open(bora, "/collections.xhtml");
        bora.locator(".night-2 [type=submit]").click();
        assertThat(bora.locator("#notices .ui-messages-info, #notices .ui-messages-info-summary")
                        .first())
                .isVisible();
        bora.waitForSelector("[data-night='2'][data-state=DONE]");
    }

    private static void upload(Page page, String field, String send, String name, String content) {
        page.locator(field)
                .setInputFiles(new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
        page.locator(send).click();
    }

    private static String placement(String reference, int tail) {
        return "reference;customer_id;name;date_of_birth;postal_code;city;language;phone;principal;interest;currency;past_due_since\n"
                + "%1$s;AK-%1$s;Deniz Yılmaz;14.05.1981;35220;İzmir;tr;+90532124%2$03d1;12.000,00;345,67;TRY;2026-10-01\n"
                        .formatted(reference, tail)
                + "%1$s-bad;;Can Su;;;;tr;12;10,00;0;TRY;2026-10-01\n".formatted(reference);
    }

    private static String statement(String reference, String amount) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId>
        <CreDtTm>2026-11-20T08:00:00</CreDtTm></GrpHdr><Stmt><Id>1</Id><Acct><Id><IBAN>TR330006100519786457841326</IBAN></Id></Acct>
        <Ntry><Amt Ccy="TRY">%2$s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><ValDt><Dt>%3$s</Dt></ValDt>
        <AcctSvcrRef>%1$s-pay</AcctSvcrRef><NtryDtls><TxDtls><Amt Ccy="TRY">%2$s</Amt><CdtDbtInd>CRDT</CdtDbtInd>
        <RmtInf><Ustrd>Borc odemesi %1$s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>
        """
                .formatted(reference, amount, LocalDate.now(CLIENT))
                .strip();
    }
}

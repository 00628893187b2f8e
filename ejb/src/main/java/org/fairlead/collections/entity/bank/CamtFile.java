package org.fairlead.collections.entity.bank;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.collections.entity.bank.BankFile.Fault;
import org.fairlead.collections.entity.bank.BankFile.Refusal;
import org.fairlead.shared.Money;

/**
 * A bank's statement or advice, ISO 20022 {@code camt.053} and {@code camt.054}, any version. Booked entries are taken;
 * where the bank gives totals or balances they must add up, else the file is refused whole.
 */
public final class CamtFile {

    private final List<BankEntry> entries = new ArrayList<>();
    private boolean any;

    private CamtFile() {}

    /** @throws Refusal when anything in it cannot be read or does not add up: nothing is taken then */
    public static BankFile read(InputStream in) throws Refusal {
        CamtFile file = new CamtFile();
        List<Xml> reports = new ArrayList<>();
        Xml.walk(in, List.of("Stmt", "Ntfctn"), reports::add);
        for (Xml report : reports) {
            file.report(report);
        }
        if (!file.any) {
            throw new Refusal(Fault.NOT_A_STATEMENT, "Stmt", "");
        }
        return new BankFile(file.entries);
    }

    private void report(Xml report) throws Refusal {
        any = true;
        List<Xml> booked =
                report.all("Ntry").stream().filter(entry -> !isPending(entry)).toList();
        CamtTotals.check(report);
        String account = Stream.of(report.text("Acct", "Id", "IBAN"), report.text("Acct", "Id", "Othr", "Id"))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
        MovementKeys keys = new MovementKeys(account);
        for (Xml entry : booked) {
            entry(keys, entry);
        }
    }

    private static boolean isPending(Xml entry) {
        String status = entry.text("Sts", "Cd").isEmpty() ? entry.text("Sts") : entry.text("Sts", "Cd");
        return status.equals("PDNG") || status.equals("INFO") || status.equals("FUTR");
    }

    private void entry(MovementKeys keys, Xml entry) throws Refusal {
        Money whole = CamtTotals.signed(entry);
        LocalDate day = day(entry);
        List<Xml> parts = entry.all("NtryDtls").stream()
                .flatMap(details -> details.all("TxDtls").stream())
                .toList();
        // not the entry's own number: most banks count from one again in each statement
        String bank = entry.text("AcctSvcrRef");
        if (parts.size() < 2) {
            Xml part = parts.isEmpty() ? entry : parts.get(0);
            entries.add(made(keys, bank, day, whole, entry, part));
            return;
        }
        Money sum = Money.zero(whole.currency());
        for (int i = 0; i < parts.size(); i++) {
            Money amount = amountOf(parts.get(i), whole);
            sum = sum.plus(amount);
            entries.add(made(keys, keyOf(parts, i, bank), day, amount, entry, parts.get(i)));
        }
        if (!sum.equals(whole)) {
            throw new Refusal(Fault.TOTALS, "Ntry " + bank, sum + " / " + whole);
        }
    }

    /** The part's own, where it is one: a part that repeats the key of its batch, or another part's, has none. */
    private static String keyOf(List<Xml> parts, int part, String bank) {
        String own = parts.get(part).text("Refs", "AcctSvcrRef");
        long alike = parts.stream()
                .filter(one -> one.text("Refs", "AcctSvcrRef").equals(own))
                .count();
        if (!MovementKeys.isNone(own) && !own.equals(bank) && alike == 1) {
            return own;
        }
        return MovementKeys.isNone(bank) ? "" : bank + "/" + (part + 1);
    }

    private static Money amountOf(Xml part, Money whole) throws Refusal {
        Xml amount = part.at("Amt")
                .or(() -> part.at("AmtDtls", "TxAmt", "Amt"))
                .orElseThrow(() -> new Refusal(Fault.BAD_VALUE, "TxDtls", "no amount"));
        String direction = part.text("CdtDbtInd");
        boolean debit = direction.isEmpty() ? whole.isNegative() : direction.equals("DBIT");
        Money read = CamtTotals.money(amount.text(), amount.currency());
        return debit ? read.negated() : read;
    }

    private static BankEntry made(MovementKeys keys, String bank, LocalDate day, Money amount, Xml entry, Xml part) {
        String reference = Stream.concat(
                        part.all("RmtInf").stream().flatMap(CamtFile::remittance),
                        Stream.of(part.text("Refs", "EndToEndId"), part.text("AddtlTxInf"), entry.text("AddtlNtryInf")))
                .filter(words -> !words.isEmpty() && !words.equals("NOTPROVIDED"))
                .distinct()
                .collect(Collectors.joining(" "));
        String reason = first(part.text("RtrInf", "Rsn", "Cd"), part.text("RtrInf", "Rsn", "Prtry"));
        boolean reversal = entry.text("RvslInd").equals("true");
        String returned = reason.isEmpty() && reversal ? "RVSL" : reason;
        // who pays what leaves is we
        boolean left = amount.isNegative() && returned.isEmpty();
        String payer = left ? party(part, "Cdtr") : party(part, "Dbtr");
        return new BankEntry(keys.of(bank, day, amount, reference, payer), day, amount, reference, payer, returned);
    }

    private static String party(Xml part, String role) {
        return first(part.text("RltdPties", role, "Pty", "Nm"), part.text("RltdPties", role, "Nm"));
    }

    private static Stream<String> remittance(Xml info) {
        return Stream.concat(
                info.all("Strd").stream().map(structured -> structured.text("CdtrRefInf", "Ref")),
                info.all("Ustrd").stream().map(Xml::text));
    }

    private static LocalDate day(Xml entry) throws Refusal {
        String text = Stream.of(
                        entry.text("ValDt", "Dt"),
                        entry.text("ValDt", "DtTm"),
                        entry.text("BookgDt", "Dt"),
                        entry.text("BookgDt", "DtTm"))
                .filter(day -> day.length() >= 10)
                .findFirst()
                .orElseThrow(() -> new Refusal(Fault.BAD_VALUE, "ValDt", ""));
        try {
            return LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException e) {
            throw new Refusal(Fault.BAD_VALUE, "ValDt", text);
        }
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    /** An amount as ISO 20022 writes it: a point, no sign, no grouping. */
    static BigDecimal decimal(String text) throws Refusal {
        if (!text.matches("[0-9]{1,18}(\\.[0-9]{1,5})?")) {
            throw new Refusal(Fault.BAD_VALUE, "Amt", text);
        }
        return new BigDecimal(text);
    }
}

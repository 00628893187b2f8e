package org.fairlead.collections.entity.bank;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.fairlead.collections.entity.bank.BankFile.Fault;
import org.fairlead.collections.entity.bank.BankFile.Refusal;
import org.fairlead.shared.Money;

/** What a report says about itself: counts and sums of its entries, and balances before and after them. */
final class CamtTotals {

    private CamtTotals() {}

    static void check(Xml report) throws Refusal {
        List<Xml> entries = report.all("Ntry");
        summary(report.at("TxsSummry", "TtlNtries"), entries, "TtlNtries");
        summary(report.at("TxsSummry", "TtlCdtNtries"), directed(entries, "CRDT"), "TtlCdtNtries");
        summary(report.at("TxsSummry", "TtlDbtNtries"), directed(entries, "DBIT"), "TtlDbtNtries");
        balances(report, entries);
    }

    private static List<Xml> directed(List<Xml> entries, String direction) {
        return entries.stream()
                .filter(entry -> entry.text("CdtDbtInd").equals(direction))
                .toList();
    }

    private static void summary(Optional<Xml> summary, List<Xml> entries, String name) throws Refusal {
        if (summary.isEmpty()) {
            return;
        }
        String count = summary.get().text("NbOfNtries");
        if (!count.isEmpty() && !count.equals(Integer.toString(entries.size()))) {
            throw new Refusal(Fault.TOTALS, name, count + " / " + entries.size());
        }
        String sum = summary.get().text("Sum");
        BigDecimal found = BigDecimal.ZERO;
        for (Xml entry : entries) {
            found = found.add(CamtFile.decimal(entry.text("Amt")));
        }
        if (!sum.isEmpty() && CamtFile.decimal(sum).compareTo(found) != 0) {
            throw new Refusal(Fault.TOTALS, name, sum + " / " + found.toPlainString());
        }
    }

    /** Opening balance plus booked entries must be the closing balance, where both are given in one currency. */
    private static void balances(Xml report, List<Xml> entries) throws Refusal {
        Optional<Xml> opening = balance(report, "OPBD").or(() -> balance(report, "PRCD"));
        Optional<Xml> closing = balance(report, "CLBD");
        if (opening.isEmpty() || closing.isEmpty()) {
            return;
        }
        Money running = signed(opening.get());
        for (Xml entry : entries) {
            String status = entry.text("Sts", "Cd").isEmpty() ? entry.text("Sts") : entry.text("Sts", "Cd");
            if (status.isEmpty() || status.equals("BOOK")) {
                running = sum(running, signed(entry));
            }
        }
        Money said = signed(closing.get());
        if (!running.equals(said)) {
            throw new Refusal(Fault.TOTALS, "CLBD", said + " / " + running);
        }
    }

    private static Money sum(Money one, Money other) throws Refusal {
        if (!one.currency().equals(other.currency())) {
            throw new Refusal(Fault.BAD_VALUE, "Ccy", one.currency() + " / " + other.currency());
        }
        return one.plus(other);
    }

    private static Optional<Xml> balance(Xml report, String code) {
        return report.all("Bal").stream()
                .filter(balance -> balance.text("Tp", "CdOrPrtry", "Cd").equals(code))
                .findFirst();
    }

    /** The amount of an entry or a balance: a credit is positive. */
    static Money signed(Xml element) throws Refusal {
        Xml amount = element.at("Amt").orElseThrow(() -> new Refusal(Fault.BAD_VALUE, element.name(), "no amount"));
        Money money = money(amount.text(), amount.currency());
        return switch (element.text("CdtDbtInd")) {
            case "CRDT" -> money;
            case "DBIT" -> money.negated();
            default -> throw new Refusal(Fault.BAD_VALUE, "CdtDbtInd", element.text("CdtDbtInd"));
        };
    }

    static Money money(String text, String currency) throws Refusal {
        try {
            return Money.of(CamtFile.decimal(text), currency);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Refusal(Fault.BAD_VALUE, "Amt", text + " " + currency);
        }
    }
}

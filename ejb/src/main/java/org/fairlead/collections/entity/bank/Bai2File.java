package org.fairlead.collections.entity.bank;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.collections.entity.bank.BankFile.Fault;
import org.fairlead.collections.entity.bank.BankFile.Refusal;
import org.fairlead.shared.Money;

/**
 * A bank's cash report in BAI2 (Cash Management Balance Reporting Specifications, version 2). The control totals and
 * record counts of accounts, groups and the file must agree, else it is refused whole; a file that was cut off has no
 * trailer and is refused too.
 */
public final class Bai2File {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuMMdd");

    private final List<BankEntry> entries = new ArrayList<>();
    private final Bai2Totals totals = new Bai2Totals();
    private LocalDate day = LocalDate.EPOCH;
    private String groupCurrency = "";
    private String currency = "";
    private MovementKeys keys = new MovementKeys("");
    private boolean closed;

    private Bai2File() {}

    /** @throws Refusal when anything in it cannot be read or does not add up: nothing is taken then */
    public static BankFile read(String text) throws Refusal {
        if (text.isBlank()) {
            throw new Refusal(Fault.EMPTY, "", "");
        }
        Bai2File file = new Bai2File();
        for (Bai2Record record : Bai2Record.all(text)) {
            if (file.closed) {
                throw new Refusal(Fault.UNKNOWN_RECORD, record.where(), record.code());
            }
            try {
                file.take(record);
            } catch (ArithmeticException e) {
                throw new Refusal(Fault.BAD_VALUE, record.where(), "too large");
            }
        }
        if (!file.closed) {
            throw new Refusal(Fault.TRUNCATED, "99", "");
        }
        return new BankFile(file.entries);
    }

    private void take(Bai2Record record) throws Refusal {
        totals.count(record);
        switch (record.code()) {
            case "01" -> totals.openFile(record);
            case "02" -> {
                totals.openGroup(record);
                day = day(record, 4);
                groupCurrency = record.field(6).isEmpty() ? "USD" : record.field(6);
            }
            case "03" -> {
                keys = new MovementKeys(record.field(1));
                currency = record.field(2).isEmpty() ? groupCurrency : record.field(2);
                totals.openAccount(record);
            }
            case "16" -> entry(record);
            case "49" -> totals.closeAccount(record);
            case "98" -> totals.closeGroup(record);
            case "99" -> {
                totals.closeFile(record);
                closed = true;
            }
            default -> throw new Refusal(Fault.UNKNOWN_RECORD, record.where(), record.code());
        }
    }

    private void entry(Bai2Record record) throws Refusal {
        int type = record.number(1);
        long minor = record.amount(2);
        totals.add(record, minor);
        boolean credit = type >= 100 && type < 400;
        if (!credit && (type < 400 || type >= 700)) {
            return; // 700 to 799 loans, 900 and above are the bank's own: they tell, they move nothing
        }
        int next = record.afterFunds(3);
        String bank = record.field(next);
        String words = (record.field(next + 1) + " " + record.rest(next + 2)).strip();
        try {
            Money amount = new Money(credit ? minor : -minor, currency);
            String key = keys.of(bank, day, amount, Integer.toString(type), words);
            entries.add(new BankEntry(key, day, amount, words, "", returned(type)));
        } catch (IllegalArgumentException e) {
            throw new Refusal(Fault.BAD_VALUE, record.where(), currency);
        }
    }

    /** Type codes of items that come back: deposited items (555 to 557) and returned ACH items. */
    private static String returned(int type) {
        return switch (type) {
            case 555, 556, 557, 558, 559 -> Integer.toString(type);
            default -> "";
        };
    }

    private static LocalDate day(Bai2Record record, int field) throws Refusal {
        try {
            return LocalDate.parse(record.field(field), DAY);
        } catch (DateTimeException e) {
            throw new Refusal(Fault.BAD_VALUE, record.where(), record.field(field));
        }
    }
}

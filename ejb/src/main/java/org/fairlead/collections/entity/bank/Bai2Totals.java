package org.fairlead.collections.entity.bank;

import org.fairlead.collections.entity.bank.BankFile.Fault;
import org.fairlead.collections.entity.bank.BankFile.Refusal;

/** Sums and counts of the three envelopes of a BAI2 file: account in group in file. */
final class Bai2Totals {

    private enum Level {
        NOTHING,
        FILE,
        GROUP,
        ACCOUNT
    }

    private Level open = Level.NOTHING;
    private long accountSum;
    private long groupSum;
    private long fileSum;
    private long accountLines;
    private long groupLines;
    private long fileLines;
    private long accounts;
    private long groups;

    void count(Bai2Record record) {
        accountLines += record.lines();
        groupLines += record.lines();
        fileLines += record.lines();
    }

    void openFile(Bai2Record record) throws Refusal {
        expect(record, Level.NOTHING);
        open = Level.FILE;
    }

    void openGroup(Bai2Record record) throws Refusal {
        expect(record, Level.FILE);
        open = Level.GROUP;
        groupSum = 0;
        accounts = 0;
        groupLines = record.lines();
    }

    /** An account's first record brings balances with it, which belong to its control total. */
    void openAccount(Bai2Record record) throws Refusal {
        expect(record, Level.GROUP);
        open = Level.ACCOUNT;
        accountSum = 0;
        accountLines = record.lines();
        int field = 3;
        while (!record.field(field).isEmpty()) {
            accountSum = Math.addExact(accountSum, record.amount(field + 1));
            field = record.afterFunds(field + 3);
        }
    }

    void add(Bai2Record record, long minor) throws Refusal {
        expect(record, Level.ACCOUNT);
        accountSum = Math.addExact(accountSum, minor);
    }

    void closeAccount(Bai2Record record) throws Refusal {
        expect(record, Level.ACCOUNT);
        same(record, record.amount(1), accountSum);
        same(record, record.amount(2), accountLines);
        groupSum = Math.addExact(groupSum, accountSum);
        accounts++;
        open = Level.GROUP;
    }

    void closeGroup(Bai2Record record) throws Refusal {
        expect(record, Level.GROUP);
        same(record, record.amount(1), groupSum);
        same(record, record.amount(2), accounts);
        same(record, record.amount(3), groupLines);
        fileSum = Math.addExact(fileSum, groupSum);
        groups++;
        open = Level.FILE;
    }

    void closeFile(Bai2Record record) throws Refusal {
        expect(record, Level.FILE);
        same(record, record.amount(1), fileSum);
        same(record, record.amount(2), groups);
        same(record, record.amount(3), fileLines);
        open = Level.NOTHING;
    }

    private void expect(Bai2Record record, Level level) throws Refusal {
        if (open != level) {
            throw new Refusal(
                    open.compareTo(level) > 0 ? Fault.TRUNCATED : Fault.UNKNOWN_RECORD, record.where(), record.code());
        }
    }

    private static void same(Bai2Record record, long said, long found) throws Refusal {
        if (said != found) {
            throw new Refusal(Fault.TOTALS, record.where() + " (" + record.code() + ")", said + " / " + found);
        }
    }
}

package org.fairlead.collections.entity.bank;

import java.util.ArrayList;
import java.util.List;
import org.fairlead.collections.entity.bank.BankFile.Fault;
import org.fairlead.collections.entity.bank.BankFile.Refusal;

/**
 * One logical record: a line and the lines with code 88 that continue it.
 *
 * @param line where it begins
 * @param lines how many physical lines it takes: control counts count those
 */
record Bai2Record(int line, int lines, List<String> fields) {

    static List<Bai2Record> all(String text) throws Refusal {
        List<Bai2Record> records = new ArrayList<>();
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String line = raw.strip();
            if (line.isEmpty()) {
                continue;
            }
            boolean continues = line.startsWith("88,");
            if (continues && records.isEmpty()) {
                throw new Refusal(Fault.UNKNOWN_RECORD, "line " + number, "88");
            }
            List<String> fields = split(continues ? line.substring(3) : line);
            if (continues) {
                Bai2Record before = records.remove(records.size() - 1);
                List<String> joined = new ArrayList<>(before.fields());
                joined.addAll(fields);
                records.add(new Bai2Record(before.line(), before.lines() + 1, joined));
            } else {
                records.add(new Bai2Record(number, 1, fields));
            }
        }
        return records;
    }

    private static List<String> split(String line) {
        String body = line.endsWith("/") ? line.substring(0, line.length() - 1) : line;
        return List.of(body.split(",", -1));
    }

    String code() {
        return fields.get(0);
    }

    String where() {
        return "line " + line;
    }

    /** Empty where the record is shorter. */
    String field(int index) {
        return index < fields.size() ? fields.get(index).strip() : "";
    }

    /** The rest of the record: text may hold commas. */
    String rest(int from) {
        return from < fields.size()
                ? String.join(",", fields.subList(from, fields.size())).strip()
                : "";
    }

    int number(int index) throws Refusal {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, amount(index)));
    }

    /** In minor units, with a sign if it has one; an empty one is zero. */
    long amount(int index) throws Refusal {
        String text = field(index);
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("[+-]?[0-9]{1,18}")) {
            throw new Refusal(Fault.BAD_VALUE, where(), text);
        }
        return Long.parseLong(text);
    }

    /** The index of the field after a funds type, which takes more or fewer fields with it. */
    int afterFunds(int index) throws Refusal {
        return switch (field(index)) {
            case "V" -> index + 3;
            case "S" -> index + 4;
            case "D" -> (int)
                    Math.min(fields.size(), index + 2 + 2 * Math.min(fields.size(), Math.max(0, amount(index + 1))));
            default -> index + 1;
        };
    }
}

package org.fairlead.web.desk;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.collections.Debtors.Happened;
import org.fairlead.i18n.Formats;
import org.fairlead.i18n.Words;

/** What happened to a debt, in the reader's words: names of steps and holds, days and amounts as the language writes them. */
final class DebtEventWords {

    private static final Pattern MONEY = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?) ([A-Z]{3})");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** These come first, in this order. */
    private static final List<String> FIRST = List.of("step", "segment", "side", "version", "amount", "due", "day");

    /** For machines: where the placement is found, which of a segment's actions it was. */
    private static final Set<String> UNSAID = Set.of("placement", "action");

    /** Details whose values are names, and under which keys these have words. */
    private static final Map<String, String> NAMES = Map.of(
            "kind", "desk.debtor.hold.",
            "step", "desk.debtor.step.",
            "side", "desk.debtor.side.",
            "role", "desk.debtor.role.",
            "outcome", "collections.holds.outcome.",
            "unwritten", "desk.debtor.unwritten.");

    private final Words words;
    private final Formats formats;

    DebtEventWords(Words words, Formats formats) {
        this.words = words;
        this.formats = formats;
    }

    String of(Happened event) {
        String key = "desk.debtor.event." + event.kind();
        String what = words.has(key) ? words.get(key) : event.kind();
        Map<String, String> detail = event.detail();
        String more = Stream.concat(
                        FIRST.stream().filter(detail::containsKey),
                        detail.keySet().stream()
                                .filter(name -> !FIRST.contains(name) && !UNSAID.contains(name))
                                .sorted())
                .map(name -> said(name, String.valueOf(detail.get(name))))
                .collect(Collectors.joining(" · "));
        return more.isEmpty() ? what : what + ": " + more;
    }

    private String said(String name, String value) {
        String key = NAMES.getOrDefault(name, "") + value;
        if (NAMES.containsKey(name) && words.has(key)) {
            return words.get(key).replaceFirst("\\s*:$", "");
        }
        if (name.equals("version")) {
            return words.format("desk.debtor.version", value);
        }
        var money = MONEY.matcher(value);
        if (money.matches()) {
            return formats.money(new BigDecimal(money.group(1)), money.group(2));
        }
        return DAY.matcher(value).matches() ? day(value) : value;
    }

    private String day(String value) {
        try {
            return formats.date(LocalDate.parse(value));
        } catch (DateTimeException noDay) {
            return value;
        }
    }
}

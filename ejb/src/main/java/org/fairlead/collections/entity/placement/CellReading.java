package org.fairlead.collections.entity.placement;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fairlead.collections.entity.placement.PlacementFault.Reason;
import org.fairlead.shared.Money;
import org.jspecify.annotations.Nullable;

/** What a cell says, or that it says nothing that can be taken in one way only. */
public final class CellReading {

    private static final int LONGEST_CELL = 500;

    private static final String FORMULA_STARTS = "=+-@";
    private static final Pattern PHONE_LIKE = Pattern.compile("\\+[0-9][0-9 ()./\\-]{5,25}");
    private static final Pattern MARKUP = Pattern.compile("<[\\p{L}/!?]");

    /** The last mark with one or two digits behind it is the decimal one; thousands are grouped by another, or not. */
    private static final Pattern AMOUNT =
            Pattern.compile("[0-9]{1,15}([.,][0-9]{1,2})?|[0-9]{1,3}(\\.[0-9]{3})+(,[0-9]{1,2})|"
                    + "[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]{1,2})|[0-9]{1,3}(\\.[0-9]{3}){2,}|[0-9]{1,3}(,[0-9]{3}){2,}");

    private static final Pattern DECIMALS_OF_THREE = Pattern.compile(
            "[0-9]{1,15}[.,][0-9]{3}|[0-9]{1,3}(\\.[0-9]{3})+,[0-9]{3}|[0-9]{1,3}(,[0-9]{3})+\\.[0-9]{3}");

    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT));

    private CellReading() {}

    /** What no cell may be, whatever its column: text that a spreadsheet, a browser or a log takes for something else. */
    static @Nullable Reason fault(String cell) {
        if (cell.length() > LONGEST_CELL) {
            return Reason.CELL_TOO_LONG;
        }
        if (cell.chars().anyMatch(Character::isISOControl)) {
            return Reason.CONTROL_CHARACTER;
        }
        if (MARKUP.matcher(cell).find()) {
            return Reason.MARKUP;
        }
        boolean formula = !cell.isEmpty()
                && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0
                && !PHONE_LIKE.matcher(cell).matches();
        return formula ? Reason.FORMULA : null;
    }

    /**
     * An amount that is not negative; empty when it is none, or when {@code 1.234} could be two amounts: in a currency
     * with three decimals it is one, because these are always written.
     */
    public static Optional<Money> amount(String cell, String currency) {
        String text = cell.replace(" ", "").replace("\u00a0", "");
        if (DECIMALS_OF_THREE.matcher(text).matches() && decimals(currency) == 3) {
            int mark = text.length() - 4;
            String whole = text.substring(0, mark).replaceAll("[.,]", "");
            return Optional.of(Money.of(new BigDecimal(whole + "." + text.substring(mark + 1)), currency));
        }
        if (!AMOUNT.matcher(text).matches()) {
            return Optional.empty();
        }
        int mark = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        boolean decimal = mark >= 0 && text.length() - mark <= 3;
        String whole = (decimal ? text.substring(0, mark) : text).replaceAll("[.,]", "");
        try {
            return Optional.of(
                    Money.of(new BigDecimal(decimal ? whole + "." + text.substring(mark + 1) : whole), currency));
        } catch (ArithmeticException moreDecimalsThanTheCurrency) {
            return Optional.empty();
        }
    }

    private static int decimals(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    /** Of the year first, or of the day first with points; a day with slashes could be two days. */
    public static Optional<LocalDate> day(String cell) {
        return DAYS.stream().flatMap(format -> day(cell, format).stream()).findFirst();
    }

    private static Optional<LocalDate> day(String cell, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(cell, format));
        } catch (DateTimeException writtenOtherwise) {
            return Optional.empty();
        }
    }
}

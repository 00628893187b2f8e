package org.fairlead.collections.entity.placement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fairlead.collections.Bucket;
import org.fairlead.collections.entity.placement.PlacementFault.Reason;
import org.fairlead.compliance.PhoneNumbers;
import org.fairlead.shared.CsvCells;
import org.fairlead.shared.Money;
import org.jspecify.annotations.Nullable;

/** One row while it is read: a debt, or everything that is wrong with it. */
final class PlacementRow {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Pattern ATTEMPTS = Pattern.compile("[0-9]{1,2}");
    private static final Map<PlacementColumn, Bucket> BUCKETS = Map.of(
            PlacementColumn.PRINCIPAL, Bucket.PRINCIPAL,
            PlacementColumn.INTEREST, Bucket.INTEREST,
            PlacementColumn.FEES, Bucket.FEES,
            PlacementColumn.COSTS, Bucket.COSTS);

    private final int line;
    private final CsvCells cells;
    private final PlacementHeader header;
    private final PlacementFile.Settings settings;
    private final List<PlacementFault> faults = new ArrayList<>();

    PlacementRow(int line, CsvCells cells, PlacementHeader header, PlacementFile.Settings settings) {
        this.line = line;
        this.cells = cells;
        this.header = header;
        this.settings = settings;
    }

    List<PlacementFault> faults() {
        return faults;
    }

    /** Empty when {@link #faults} says why. */
    Optional<PlacedDebt> read() {
        cellsAreHarmless();
        String reference = needed(PlacementColumn.REFERENCE);
        needed(PlacementColumn.NAME);
        Map<Bucket, Money> balances = balances();
        LocalDate pastDue =
                needed(PlacementColumn.PAST_DUE_SINCE).isEmpty() ? null : past(PlacementColumn.PAST_DUE_SINCE);
        List<PlacedPerson> parties = parties();
        LocalDate interestFrom = day(PlacementColumn.INTEREST_FROM);
        LocalDate barredFrom = day(PlacementColumn.BARRED_FROM);
        LocalDate recallOn = day(PlacementColumn.RECALL_ON);
        LocalDate lastAttempt = past(PlacementColumn.LAST_ATTEMPT);
        int attempts = attempts();
        if (!faults.isEmpty() || pastDue == null) {
            return Optional.empty();
        }
        return Optional.of(new PlacedDebt(
                line,
                reference,
                parties,
                balances,
                pastDue,
                interestFrom,
                barredFrom,
                recallOn,
                lastAttempt == null ? 0 : Math.max(1, attempts),
                lastAttempt));
    }

    private void cellsAreHarmless() {
        for (int i = 0; i < cells.count(); i++) {
            String cell = cells.values().get(i).strip();
            Reason reason = CellReading.fault(cell);
            if (reason != null) {
                faults.add(new PlacementFault(line, header.heading(i), reason, cell));
            }
        }
    }

    private Map<Bucket, Money> balances() {
        String currency = cell(PlacementColumn.CURRENCY);
        if (!currency.isEmpty() && !currency.equals(settings.currency())) {
            fault(PlacementColumn.CURRENCY, Reason.CURRENCY, currency);
        }
        Map<Bucket, Money> balances = new EnumMap<>(Bucket.class);
        boolean readable = true;
        for (Map.Entry<PlacementColumn, Bucket> one : BUCKETS.entrySet()) {
            String written = cell(one.getKey());
            Optional<Money> amount = CellReading.amount(written.isEmpty() ? "0" : written, settings.currency());
            if (amount.isEmpty()) {
                fault(one.getKey(), Reason.AMOUNT, written);
                readable = false;
            } else if (amount.get().isPositive()) {
                balances.put(one.getValue(), amount.get());
            }
        }
        if (readable && balances.isEmpty()) {
            fault(PlacementColumn.PRINCIPAL, Reason.AMOUNT_ZERO, cell(PlacementColumn.PRINCIPAL));
        }
        return balances;
    }

    private @Nullable LocalDate past(PlacementColumn column) {
        LocalDate day = day(column);
        if (day != null && day.isAfter(settings.today())) {
            fault(column, Reason.DATE_AHEAD, day.toString());
        }
        return day;
    }

    private List<PlacedPerson> parties() {
        List<PlacedPerson> parties = new ArrayList<>();
        String language = cell(PlacementColumn.LANGUAGE);
        if (!language.isEmpty() && !LANGUAGE.matcher(language).matches()) {
            fault(PlacementColumn.LANGUAGE, Reason.LANGUAGE, language);
        }
        parties.add(new PlacedPerson(
                "DEBTOR",
                orNull(PlacementColumn.DEBTOR_REFERENCE),
                cell(PlacementColumn.NAME),
                orNull(PlacementColumn.LANGUAGE),
                orNull(PlacementColumn.CITY),
                orNull(PlacementColumn.STREET),
                orNull(PlacementColumn.POSTAL_CODE),
                day(PlacementColumn.BIRTH_DATE),
                phones(PlacementColumn.PHONE, PlacementColumn.PHONE_2, PlacementColumn.PHONE_3),
                orNull(PlacementColumn.EMAIL)));
        other(
                parties,
                "CO_DEBTOR",
                PlacementColumn.CO_DEBTOR_NAME,
                PlacementColumn.CO_DEBTOR_REFERENCE,
                PlacementColumn.CO_DEBTOR_PHONE);
        other(
                parties,
                "GUARANTOR",
                PlacementColumn.GUARANTOR_NAME,
                PlacementColumn.GUARANTOR_REFERENCE,
                PlacementColumn.GUARANTOR_PHONE);
        return parties;
    }

    private void other(
            List<PlacedPerson> parties,
            String role,
            PlacementColumn name,
            PlacementColumn reference,
            PlacementColumn phone) {
        List<String> phones = phones(phone);
        if (!cell(name).isEmpty()) {
            parties.add(
                    new PlacedPerson(role, orNull(reference), cell(name), null, null, null, null, null, phones, null));
        } else if (orNull(reference) != null || !phones.isEmpty()) {
            fault(name, Reason.MISSING, "");
        }
    }

    private List<String> phones(PlacementColumn... columns) {
        Set<String> numbers = new LinkedHashSet<>();
        for (PlacementColumn column : columns) {
            String written = cell(column);
            if (!written.isEmpty()) {
                PhoneNumbers.parse(written, settings.country(), null)
                        .ifPresentOrElse(
                                number -> numbers.add(number.e164()),
                                () -> fault(column, Reason.PHONE_NUMBER, written));
            }
        }
        return List.copyOf(numbers);
    }

    private int attempts() {
        String written = cell(PlacementColumn.ATTEMPTS);
        if (written.isEmpty()) {
            return 0;
        }
        if (!ATTEMPTS.matcher(written).matches()) {
            fault(PlacementColumn.ATTEMPTS, Reason.ATTEMPTS, written);
            return 0;
        }
        int attempts = Integer.parseInt(written);
        if (attempts > 0 && cell(PlacementColumn.LAST_ATTEMPT).isEmpty()) {
            fault(PlacementColumn.LAST_ATTEMPT, Reason.MISSING, "");
        }
        return attempts;
    }

    private @Nullable LocalDate day(PlacementColumn column) {
        String written = cell(column);
        if (written.isEmpty()) {
            return null;
        }
        Optional<LocalDate> day = CellReading.day(written);
        if (day.isEmpty()) {
            fault(column, Reason.DATE, written);
        }
        return day.orElse(null);
    }

    private String needed(PlacementColumn column) {
        String cell = cell(column);
        if (cell.isEmpty()) {
            fault(column, Reason.MISSING, "");
        }
        return cell;
    }

    private @Nullable String orNull(PlacementColumn column) {
        String cell = cell(column);
        return cell.isEmpty() ? null : cell;
    }

    private String cell(PlacementColumn column) {
        return header.cell(cells, column);
    }

    private void fault(PlacementColumn column, Reason reason, String value) {
        faults.add(new PlacementFault(line, column.title(), reason, value));
    }
}

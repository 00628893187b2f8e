package org.fairlead.campaign.entity;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.campaign.entity.Fault.Reason;
import org.fairlead.compliance.PhoneNumbers;
import org.fairlead.compliance.PhoneNumbers.PhoneNumber;
import org.fairlead.shared.CsvCells;
import org.fairlead.shared.CsvLine;
import org.jspecify.annotations.Nullable;

/** Turns the cells of one row into a lead, or says everything that is wrong with them. */
final class LeadReader {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Map<String, String> COUNTRIES_BY_THREE_LETTERS = COUNTRIES.stream()
            .collect(Collectors.toUnmodifiableMap(two -> new Locale("", two).getISO3Country(), two -> two));
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Pattern CALLING_CODE = Pattern.compile("\\+?[1-9][0-9]{0,2}");
    private static final Pattern RANK = Pattern.compile("-?[0-9]{1,9}");
    private static final Set<Column> WITH_A_PLACE = EnumSet.of(
            Column.VENDOR_LEAD_CODE,
            Column.PHONE_CODE,
            Column.PHONE_NUMBER,
            Column.TITLE,
            Column.FIRST_NAME,
            Column.MIDDLE_INITIAL,
            Column.LAST_NAME,
            Column.NAME,
            Column.CITY,
            Column.STATE,
            Column.POSTAL_CODE,
            Column.COUNTRY_CODE,
            Column.LANGUAGE,
            Column.TIME_ZONE,
            Column.PHONE_TYPE,
            Column.PHONE_HOURS,
            Column.ALT_PHONE,
            Column.ALT_PHONE_TYPE,
            Column.ALT_PHONE_HOURS,
            Column.ALT_PHONE2,
            Column.ALT_PHONE2_TYPE,
            Column.ALT_PHONE2_HOURS,
            Column.RANK);

    private final Layout layout;
    private final String country;
    private final Map<String, Integer> lineOfNumber = new HashMap<>();

    LeadReader(Layout layout, String country) {
        this.layout = layout;
        this.country = country;
    }

    /** A lead or its faults: exactly one of them. */
    record Result(@Nullable LeadRow lead, List<Fault> faults) {}

    Result read(CsvLine line) {
        CsvCells cells = CsvCells.split(line.text(), layout.delimiter());
        Fault ofLine = RowCheck.ofLine(line, cells, layout);
        if (ofLine != null) {
            return new Result(null, List.of(ofLine));
        }
        List<Fault> faults = RowCheck.ofCells(line, cells, layout);
        return faults.isEmpty() ? new Row(line.number(), cells).read() : new Result(null, faults);
    }

    /** One row while it is read. */
    private final class Row {
        private final int line;
        private final CsvCells cells;
        private final List<Fault> faults = new ArrayList<>();

        Row(int line, CsvCells cells) {
            this.line = line;
            this.cells = cells;
        }

        Result read() {
            Optional<PhoneNumber> number = number();
            Optional<ZoneId> zone = zone();
            String country = country(number);
            String language = language();
            Integer rank = rank();
            List<LeadNumber> numbers = number.map(one -> numbers(one, zone)).orElse(List.of());
            if (!faults.isEmpty() || number.isEmpty()) {
                return new Result(null, faults);
            }
            String e164 = number.get().e164();
            Integer before = lineOfNumber.putIfAbsent(e164, line);
            if (before != null) {
                fault(Column.PHONE_NUMBER, Reason.DUPLICATE_IN_FILE, e164 + " (" + before + ")");
                return new Result(null, faults);
            }
            String state = cell(Column.STATE);
            return new Result(
                    new LeadRow(
                            line,
                            e164,
                            name(),
                            language,
                            country,
                            orNull(state.isEmpty() ? cell(Column.PROVINCE) : state),
                            orNull(cell(Column.CITY)),
                            orNull(cell(Column.POSTAL_CODE)),
                            zones(number.get(), zone),
                            orNull(cell(Column.VENDOR_LEAD_CODE)),
                            fields(),
                            rank,
                            numbers),
                    List.of());
        }

        private Optional<PhoneNumber> number() {
            String code = cell(Column.PHONE_CODE);
            String written = cell(Column.PHONE_NUMBER);
            if (!code.isEmpty() && !CALLING_CODE.matcher(code).matches()) {
                fault(Column.PHONE_CODE, Reason.PHONE_CODE, code);
                return Optional.empty();
            }
            if (written.isEmpty()) {
                fault(Column.PHONE_NUMBER, Reason.PHONE_MISSING, "");
                return Optional.empty();
            }
            Optional<PhoneNumber> number = PhoneNumbers.parse(written, country, code.replace("+", ""));
            if (number.isEmpty()) {
                fault(Column.PHONE_NUMBER, Reason.PHONE_NUMBER, written);
            }
            return number;
        }

        /** All numbers with their type and hours; none when there is no more to say than the one number. */
        private List<LeadNumber> numbers(PhoneNumber first, Optional<ZoneId> said) {
            NumberColumns columns = new NumberColumns(this::cell, this::fault);
            List<LeadNumber> all = new ArrayList<>();
            columns.first(first, zones(first, said)).ifPresent(all::add);
            for (NumberColumns.Place place : NumberColumns.OTHERS) {
                String written = cell(place.number());
                if (written.isEmpty()) {
                    continue;
                }
                Optional<PhoneNumber> other = PhoneNumbers.parse(
                        written, country, cell(Column.PHONE_CODE).replace("+", ""));
                if (other.isEmpty()) {
                    fault(place.number(), Reason.PHONE_NUMBER, written);
                } else if (all.stream()
                        .noneMatch(one -> one.number().equals(other.get().e164()))) {
                    columns.read(place, other.get(), zones(other.get(), said), all.size())
                            .ifPresent(all::add);
                }
            }
            return all.size() == 1 && all.get(0).isPlain() ? List.of() : all;
        }

        private Optional<ZoneId> zone() {
            String zone = cell(Column.TIME_ZONE);
            if (zone.isEmpty()) {
                return Optional.empty();
            }
            if (ZoneRulesProvider.getAvailableZoneIds().contains(zone)) {
                return Optional.of(ZoneId.of(zone));
            }
            fault(Column.TIME_ZONE, Reason.TIME_ZONE, zone);
            return Optional.empty();
        }

        /** Where the number and the list disagree the person may be in either: both zones count. */
        private static List<String> zones(PhoneNumber number, Optional<ZoneId> said) {
            Set<String> zones = new LinkedHashSet<>();
            Stream.concat(number.zones().stream(), said.stream())
                    .map(ZoneId::getId)
                    .forEach(zones::add);
            return List.copyOf(zones);
        }

        private String country(Optional<PhoneNumber> number) {
            String said = cell(Column.COUNTRY_CODE).toUpperCase(Locale.ROOT);
            if (said.isEmpty()) {
                return number.map(PhoneNumber::country)
                        .filter(COUNTRIES::contains)
                        .orElse(country);
            }
            String two = COUNTRIES_BY_THREE_LETTERS.getOrDefault(said, said);
            if (!COUNTRIES.contains(two)) {
                fault(Column.COUNTRY_CODE, Reason.COUNTRY, said);
            }
            return two;
        }

        private @Nullable String language() {
            String language = cell(Column.LANGUAGE);
            if (!language.isEmpty() && !LANGUAGE.matcher(language).matches()) {
                fault(Column.LANGUAGE, Reason.LANGUAGE, language);
            }
            return orNull(language);
        }

        private @Nullable Integer rank() {
            String rank = cell(Column.RANK);
            if (rank.isEmpty()) {
                return null;
            }
            if (!RANK.matcher(rank).matches()) {
                fault(Column.RANK, Reason.RANK, rank);
                return null;
            }
            return Integer.parseInt(rank);
        }

        private String name() {
            String whole = cell(Column.NAME);
            if (!whole.isEmpty()) {
                return whole;
            }
            return Stream.of(Column.TITLE, Column.FIRST_NAME, Column.MIDDLE_INITIAL, Column.LAST_NAME)
                    .map(this::cell)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
        }

        private Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            for (int i = 0; i < cells.count(); i++) {
                Column column = Column.named(layout.name(i));
                String value = cells.values().get(i).strip();
                if ((column == null || !WITH_A_PLACE.contains(column)) && !value.isEmpty()) {
                    fields.put(layout.name(i), value);
                }
            }
            return fields;
        }

        private String cell(Column column) {
            return layout.cell(cells, column);
        }

        private void fault(Column column, Reason reason, String value) {
            faults.add(new Fault(line, column.title(), reason, value));
        }
    }

    private static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}

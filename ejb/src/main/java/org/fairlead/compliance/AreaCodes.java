package org.fairlead.compliance;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Area codes of the United States and Canada with the states and time zones in which their numbers may ring. The table
 * was made from libphonenumber's own data by trying every exchange of every code, since a number keeps its code when its
 * owner moves across it.
 */
final class AreaCodes {

    private static final int CODE = 3;
    private static final String CALLING_CODE = "+1";

    private static final Map<String, Area> AREAS = new HashMap<>();
    private static final Map<String, Set<ZoneId>> ZONES = new HashMap<>();
    private static final Map<String, String> CODES = new HashMap<>();

    static {
        for (CSVRecord row : read("north-american-area-codes.csv")) {
            Set<String> states = new TreeSet<>();
            words(row.get("states")).forEach(state -> states.add(row.get("country") + "-" + state));
            List<ZoneId> zones =
                    words(row.get("time_zones")).stream().map(ZoneId::of).toList();
            AREAS.put(row.get("area_code"), new Area(Set.copyOf(states), zones));
            states.forEach(state -> ZONES.computeIfAbsent(state, s -> new TreeSet<>(AreaCodes::byId))
                    .addAll(zones));
        }
        for (CSVRecord row : read("north-american-regions.csv")) {
            String jurisdiction = row.get("country") + "-" + row.get("code");
            CODES.put(jurisdiction, jurisdiction);
            CODES.put(row.get("country") + "-" + row.get("name").toUpperCase(Locale.ROOT), jurisdiction);
        }
    }

    private AreaCodes() {}

    /** @param states as jurisdictions, {@code US-NY}, {@code US-NY-NYC} */
    record Area(Set<String> states, List<ZoneId> zones) {}

    /** Empty for numbers elsewhere, and for codes without a place, such as free ones. */
    static Optional<Area> of(String number) {
        int begin = CALLING_CODE.length();
        return number.startsWith(CALLING_CODE) && number.length() > begin + CODE
                ? Optional.ofNullable(AREAS.get(number.substring(begin, begin + CODE)))
                : Optional.empty();
    }

    /** Every zone of a state or province; empty where none is known. */
    static Set<ZoneId> zones(String jurisdiction) {
        return ZONES.getOrDefault(jurisdiction, Set.of());
    }

    /** A state or province by its code or its name in any case, as a jurisdiction. */
    static Optional<String> region(String country, String written) {
        return Optional.ofNullable(CODES.get(country + "-" + written.strip().toUpperCase(Locale.ROOT)));
    }

    private static int byId(ZoneId one, ZoneId other) {
        return one.getId().compareTo(other.getId());
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<CSVRecord> read(String name) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStream csv = Objects.requireNonNull(AreaCodes.class.getResourceAsStream(name), name)) {
            return format.parse(new InputStreamReader(csv, StandardCharsets.UTF_8))
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}

package org.fairlead.web.collections;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.collections.Authorities.Floor;
import org.fairlead.collections.Authorities.Limit;
import org.fairlead.collections.Authorities.Table;
import org.fairlead.shared.Refused;
import org.fairlead.web.tables.Numbers;
import org.jspecify.annotations.Nullable;

/** Authority of roles while it is edited: fields as they are written. */
public class AuthorityForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SPARE = 3;

    private final ArrayList<Row> limits = new ArrayList<>();
    private final ArrayList<Row> floors = new ArrayList<>();

    /** A limit has a role, a count and a sum; a floor a per cent too. */
    public static class Row implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable String role;
        private @Nullable String count;
        private @Nullable String sum;
        private @Nullable String percent;

        Row(@Nullable String role, @Nullable String count, @Nullable String sum, @Nullable String percent) {
            this.role = role;
            this.count = count;
            this.sum = sum;
            this.percent = percent;
        }

        public @Nullable String getRole() {
            return role;
        }

        public void setRole(@Nullable String role) {
            this.role = role;
        }

        public @Nullable String getCount() {
            return count;
        }

        public void setCount(@Nullable String count) {
            this.count = count;
        }

        public @Nullable String getSum() {
            return sum;
        }

        public void setSum(@Nullable String sum) {
            this.sum = sum;
        }

        public @Nullable String getPercent() {
            return percent;
        }

        public void setPercent(@Nullable String percent) {
            this.percent = percent;
        }
    }

    AuthorityForm(Table kept, List<String> roles, Numbers numbers) {
        for (String role : roles) {
            Limit known = kept.limits().stream()
                    .filter(one -> one.role().equals(role))
                    .findFirst()
                    .orElse(null);
            limits.add(new Row(
                    role,
                    known == null ? null : Integer.toString(known.instalments()),
                    known == null ? null : numbers.show(known.least()),
                    null));
        }
        kept.floors()
                .forEach(one -> floors.add(new Row(
                        one.role(),
                        Integer.toString(one.days()),
                        numbers.show(one.balance()),
                        numbers.show(one.percent()))));
        for (int i = 0; i < SPARE; i++) {
            floors.add(new Row(null, null, null, null));
        }
    }

    /** A limit without a count and a floor without a per cent are none. */
    Table read(Numbers numbers) {
        return new Table(
                limits.stream()
                        .filter(row -> filled(row.getCount()))
                        .map(row -> new Limit(
                                text(row.getRole()),
                                whole(numbers, row.getCount(), "authority.instalments"),
                                sum(numbers, row.getSum(), "authority.least")))
                        .toList(),
                floors.stream()
                        .filter(row -> filled(row.getPercent()))
                        .map(row -> new Floor(
                                text(row.getRole()),
                                filled(row.getCount()) ? whole(numbers, row.getCount(), "authority.days") : 0,
                                sum(numbers, row.getSum(), "authority.balance"),
                                numbers.asked(row.getPercent(), "authority.percent")))
                        .toList());
    }

    private static BigDecimal sum(Numbers numbers, @Nullable String written, String key) {
        return filled(written) ? numbers.asked(written, key) : BigDecimal.ZERO;
    }

    private static int whole(Numbers numbers, @Nullable String written, String key) {
        BigDecimal number = numbers.asked(written, key);
        if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(BigDecimal.valueOf(99_999)) > 0) {
            throw new Refused(key);
        }
        return number.intValue();
    }

    private static boolean filled(@Nullable String written) {
        return written != null && !written.isBlank();
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written.strip();
    }

    public List<Row> getLimits() {
        return limits;
    }

    public List<Row> getFloors() {
        return floors;
    }
}

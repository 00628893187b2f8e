package org.fairlead.web.collections;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.collections.PortfolioSettings.Settings;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.fairlead.web.tables.Numbers;

/** A portfolio's terms while they are edited: fields as they are written, by their names. */
public class PortfolioForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final int client;
    private final String code;
    private final String currency;
    private final String country;
    private final HashMap<String, String> fields = new HashMap<>();
    private final ArrayList<Bucket> order = new ArrayList<>();
    private boolean fourEyes;

    /** A bucket and its place. */
    public static class Bucket implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String name;
        private int place;

        Bucket(String name, int place) {
            this.name = name;
            this.place = place;
        }

        public String getName() {
            return name;
        }

        public int getPlace() {
            return place;
        }

        public void setPlace(int place) {
            this.place = place;
        }
    }

    PortfolioForm(Settings kept, Numbers numbers) {
        client = kept.client().value();
        code = kept.code();
        currency = kept.currency();
        country = kept.country();
        UUID campaign = kept.campaignId();
        fields.put("name", kept.name());
        fields.put("campaign", campaign == null ? "" : campaign.toString());
        fields.put("yearly", numbers.show(kept.yearlyPercent()));
        fields.put("days", kept.dayCount());
        fields.put("plan", numbers.show(kept.planPercent()));
        fields.put("grace", Integer.toString(kept.graceDays()));
        fields.put("tolerance", numbers.show(kept.tolerancePercent()));
        fields.put("validation", Integer.toString(kept.validationDays()));
        fields.put("remind", Integer.toString(kept.remindDays()));
        fields.put("clearing", Integer.toString(kept.clearingDays()));
        fields.put("mode", kept.mode());
        fields.put("hour", numbers.show(kept.costHour()));
        fields.put("letter", numbers.show(kept.costLetter()));
        fields.put("message", numbers.show(kept.costMessage()));
        fourEyes = kept.fourEyes();
        kept.order().forEach(bucket -> order.add(new Bucket(bucket, order.size() + 1)));
    }

    Settings read(Numbers numbers) {
        String campaign = text("campaign");
        return new Settings(
                new ClientId(client),
                code,
                text("name"),
                currency,
                country,
                campaign.isEmpty() ? null : UUID.fromString(campaign),
                numbers.asked(text("yearly"), "portfolio.yearly"),
                text("days"),
                numbers.asked(text("plan"), "portfolio.plan"),
                whole(numbers, "grace"),
                numbers.asked(text("tolerance"), "portfolio.tolerance"),
                whole(numbers, "validation"),
                whole(numbers, "remind"),
                whole(numbers, "clearing"),
                text("mode"),
                order.stream()
                        .sorted(Comparator.comparingInt(Bucket::getPlace))
                        .map(Bucket::getName)
                        .toList(),
                fourEyes,
                numbers.asked(text("hour"), "portfolio.cost"),
                numbers.asked(text("letter"), "portfolio.cost"),
                numbers.asked(text("message"), "portfolio.cost"));
    }

    private int whole(Numbers numbers, String field) {
        BigDecimal number = numbers.asked(text(field), "portfolio." + field);
        if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(BigDecimal.valueOf(9_999)) > 0) {
            throw new Refused("portfolio." + field);
        }
        return number.intValue();
    }

    private String text(String field) {
        String written = fields.get(field);
        return written == null ? "" : written.strip();
    }

    /** By their names. */
    public Map<String, String> getFields() {
        return fields;
    }

    public List<Bucket> getOrder() {
        return order;
    }

    public boolean isFourEyes() {
        return fourEyes;
    }

    public void setFourEyes(boolean fourEyes) {
        this.fourEyes = fourEyes;
    }

    public String getCode() {
        return code;
    }

    public String getCurrency() {
        return currency;
    }

    public String getCountry() {
        return country;
    }
}

package org.fairlead.web.people;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fairlead.agreement.Stakes;
import org.fairlead.agreement.Stakes.Band;
import org.fairlead.agreement.Stakes.Blend;
import org.fairlead.agreement.Stakes.Stake;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** What a missed level costs, and when agents are kept for calls: of every programme, each saved by itself. */
@Named
@ViewScoped
public class StakesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient Stakes stakes;

    @Inject
    private Notices notices;

    private @Nullable List<Line> lines;

    /** A programme being edited. */
    public static final class Line implements Serializable {

        private static final long serialVersionUID = 1L;
        private static final int USUAL_STAY = 300;

        private final Stake stake;
        private @Nullable String bands;
        private @Nullable String low;
        private @Nullable String high;
        private @Nullable String stay;

        Line(Stake stake) {
            this.stake = stake;
            bands = stake.bands().stream()
                    .map(band -> plain(band.belowPercent()) + " " + plain(band.credit()))
                    .collect(Collectors.joining("; "));
            Blend blend = stake.blend();
            low = blend == null ? "" : plain(blend.lowPercent());
            high = blend == null ? "" : plain(blend.highPercent());
            stay = String.valueOf(blend == null ? USUAL_STAY : blend.staySeconds());
        }

        private static String plain(BigDecimal value) {
            return value.stripTrailingZeros().toPlainString();
        }

        Stake edited() {
            List<Band> read = new ArrayList<>();
            for (String each : text(bands).split("[;\\n]")) {
                if (!each.isBlank()) {
                    String[] words = each.strip().split("\\s+");
                    if (words.length != 2) {
                        throw new Refused("stake.bands");
                    }
                    read.add(new Band(number(words[0], "stake.bands"), number(words[1], "stake.bands")));
                }
            }
            read.sort((one, other) -> other.belowPercent().compareTo(one.belowPercent()));
            boolean blends = !text(low).isEmpty() || !text(high).isEmpty();
            return stake.with(read, blends ? blend() : null);
        }

        private Blend blend() {
            try {
                return new Blend(
                        number(text(low), "stake.blend"),
                        number(text(high), "stake.blend"),
                        Integer.parseInt(text(stay)));
            } catch (NumberFormatException noNumber) {
                throw new Refused("stake.stay", 86_400);
            }
        }

        private static String text(@Nullable String field) {
            return field == null ? "" : field.strip();
        }

        private static BigDecimal number(String text, String refusal) {
            try {
                return new BigDecimal(text.replace(',', '.').replace("%", ""));
            } catch (NumberFormatException e) {
                throw new Refused(refusal);
            }
        }

        public Stake getStake() {
            return stake;
        }

        public @Nullable String getBands() {
            return bands;
        }

        public void setBands(@Nullable String text) {
            bands = text;
        }

        public @Nullable String getLow() {
            return low;
        }

        public void setLow(@Nullable String percent) {
            low = percent;
        }

        public @Nullable String getHigh() {
            return high;
        }

        public void setHigh(@Nullable String percent) {
            high = percent;
        }

        public @Nullable String getStay() {
            return stay;
        }

        public void setStay(@Nullable String seconds) {
            stay = seconds;
        }
    }

    public List<Line> getLines() {
        List<Line> known = lines;
        if (known == null) {
            known = stakes.all().stream().map(Line::new).toList();
            lines = known;
        }
        return known;
    }

    public void save(Line line) {
        try {
            stakes.save(line.getStake(), line.edited());
            lines = null;
            notices.done("people.setup.saved");
        } catch (Refused refused) {
            notices.refused(refused);
            if (refused.key().equals("setup.changed")) {
                lines = null;
            }
        } catch (NotFound gone) {
            lines = null;
            notices.refused(new Refused("setup.changed"));
        }
    }
}

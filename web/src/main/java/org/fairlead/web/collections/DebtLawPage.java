package org.fairlead.web.collections;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fairlead.collections.DebtLaw;
import org.fairlead.collections.DebtLaw.Saying;
import org.fairlead.collections.DebtLaw.TermEdit;
import org.fairlead.collections.DebtLaw.TermView;
import org.fairlead.collections.DebtLaw.TextEdit;
import org.fairlead.collections.DebtLaw.TextView;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.DayFields;
import org.fairlead.web.tables.Notices;
import org.fairlead.web.tables.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * What the law wants said to debtors, {@code ?country=TR&on=FIRST}, and by when it wants an answer,
 * {@code ?country=TR&kind=DISPUTE}: every version, and a new one.
 */
@Named
@ViewScoped
public class DebtLawPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ANYWHERE = "*";

    @EJB
    private transient DebtLaw law;

    @Inject
    private Notices notices;

    @Inject
    private Viewer viewer;

    @Inject
    private DayFields days;

    private transient @Nullable List<TextView> texts;
    private transient @Nullable List<TermView> terms;
    private @Nullable String country;
    private @Nullable String occasion;
    private @Nullable String kind;
    private @Nullable String citation;
    private @Nullable String basis;
    private @Nullable String from;
    private @Nullable String reason;
    private @Nullable String termDays;
    private ArrayList<SayingRow> rows = new ArrayList<>();

    /** One language of a text, while it is written. */
    public static class SayingRow implements Serializable {

        private static final long serialVersionUID = 1L;

        private final boolean given;
        private @Nullable String language;
        private @Nullable String heading;
        private @Nullable String words;

        SayingRow(boolean given, @Nullable String language, @Nullable String heading, @Nullable String words) {
            this.given = given;
            this.language = language;
            this.heading = heading;
            this.words = words;
        }

        /** The text has to have it. */
        public boolean isGiven() {
            return given;
        }

        public @Nullable String getLanguage() {
            return language;
        }

        public void setLanguage(@Nullable String language) {
            this.language = language;
        }

        public @Nullable String getHeading() {
            return heading;
        }

        public void setHeading(@Nullable String heading) {
            this.heading = heading;
        }

        public @Nullable String getWords() {
            return words;
        }

        public void setWords(@Nullable String words) {
            this.words = words;
        }
    }

    public void open() {
        country = country == null || country.isBlank() ? null : country.strip().toUpperCase(Locale.ROOT);
        if ((occasion != null && !law.occasions().contains(occasion))
                || (kind != null && !law.kinds().contains(kind))) {
            throw new NotFound("law " + occasion + " " + kind);
        }
        fill();
    }

    private void fill() {
        texts = null;
        terms = null;
        from = null;
        reason = null;
        rows = new ArrayList<>();
        if (isTextOpen()) {
            fillText();
        } else if (isTermOpen()) {
            TermView newest = getTermVersions().stream().findFirst().orElse(null);
            citation = newest == null ? null : newest.citation();
            basis = newest == null ? null : newest.basis();
            termDays = newest == null ? null : Integer.toString(newest.days());
        }
    }

    private void fillText() {
        TextView newest = getTextVersions().stream().findFirst().orElse(null);
        citation = newest == null ? null : newest.citation();
        basis = newest == null ? null : newest.basis();
        for (String language : law.languages(String.valueOf(country), String.valueOf(occasion))) {
            Saying known = newest == null
                    ? null
                    : newest.sayings().stream()
                            .filter(one -> one.language().equals(language))
                            .findFirst()
                            .orElse(null);
            rows.add(new SayingRow(
                    true, language, known == null ? null : known.heading(), known == null ? null : known.words()));
        }
        rows.add(new SayingRow(false, null, null, null));
    }

    public boolean isTextOpen() {
        return country != null && occasion != null;
    }

    public boolean isTermOpen() {
        return country != null && kind != null && !isTextOpen();
    }

    public void saveText() {
        act(() -> {
            int version = law.writeText(new TextEdit(
                    text(country),
                    text(occasion),
                    day(),
                    text(citation),
                    text(basis),
                    text(reason),
                    rows.stream()
                            .filter(row -> row.isGiven()
                                    || !text(row.getLanguage()).isEmpty()
                                    || !text(row.getWords()).isEmpty())
                            .map(row ->
                                    new Saying(text(row.getLanguage()), text(row.getHeading()), text(row.getWords())))
                            .toList()));
            fill();
            notices.done("collections.law.saved", version);
        });
    }

    public void saveTerm() {
        act(() -> {
            int version = law.writeTerm(
                    new TermEdit(text(country), text(kind), whole(), day(), text(citation), text(basis), text(reason)));
            fill();
            notices.done("collections.law.saved", version);
        });
    }

    private void act(Runnable work) {
        try {
            work.run();
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    private LocalDate day() {
        LocalDate day = days.read(from);
        if (day == null) {
            throw new Refused("law.from");
        }
        return day;
    }

    private int whole() {
        BigDecimal number = new Numbers(viewer.getLocale()).asked(termDays, "law.days", 400);
        if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(BigDecimal.valueOf(9_999)) > 0) {
            throw new Refused("law.days", 400);
        }
        return number.intValue();
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written.strip();
    }

    private List<TextView> all() {
        List<TextView> known = texts;
        if (known == null) {
            known = law.texts();
            texts = known;
        }
        return known;
    }

    private List<TermView> allTerms() {
        List<TermView> known = terms;
        if (known == null) {
            known = law.terms();
            terms = known;
        }
        return known;
    }

    /** What is said today. */
    public List<TextView> getTexts() {
        return all().stream().filter(TextView::inForce).toList();
    }

    public List<TermView> getTerms() {
        return allTerms().stream().filter(TermView::inForce).toList();
    }

    /** Of the text that is open, newest first. */
    public List<TextView> getTextVersions() {
        return all().stream()
                .filter(one -> one.country().equals(country) && one.occasion().equals(occasion))
                .toList();
    }

    public List<TermView> getTermVersions() {
        return allTerms().stream()
                .filter(one -> one.country().equals(country) && one.kind().equals(kind))
                .toList();
    }

    public List<String> getOccasions() {
        return law.occasions();
    }

    /** What may stand in a text in braces; the same in every language. */
    public String getFields() {
        return "{agent} {customer} {client}";
    }

    public List<String> getKinds() {
        return law.kinds();
    }

    public List<String> getBases() {
        return law.bases();
    }

    /** In the reader's words. */
    public String countryName(@Nullable String code) {
        return ANYWHERE.equals(code)
                ? viewer.getWords().get("collections.law.anywhere")
                : viewer.getFormats().countryName(code);
    }

    public String day(@Nullable LocalDate day) {
        return day == null
                ? viewer.getWords().get("collections.law.always")
                : viewer.getFormats().date(day);
    }

    public List<SayingRow> getRows() {
        return rows;
    }

    public @Nullable String getCountry() {
        return country;
    }

    public void setCountry(@Nullable String country) {
        this.country = country;
    }

    public @Nullable String getOccasion() {
        return occasion;
    }

    public void setOccasion(@Nullable String occasion) {
        this.occasion = occasion;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable String getCitation() {
        return citation;
    }

    public void setCitation(@Nullable String citation) {
        this.citation = citation;
    }

    public @Nullable String getBasis() {
        return basis;
    }

    public void setBasis(@Nullable String basis) {
        this.basis = basis;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getTermDays() {
        return termDays;
    }

    public void setTermDays(@Nullable String termDays) {
        this.termDays = termDays;
    }
}

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
import java.util.UUID;
import java.util.function.Consumer;
import org.fairlead.client.Clients;
import org.fairlead.client.ProgramView;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.PortfolioSettings;
import org.fairlead.collections.PortfolioSettings.Choice;
import org.fairlead.collections.PortfolioSettings.FeeVersion;
import org.fairlead.collections.PortfolioSettings.Loosening;
import org.fairlead.collections.PortfolioSettings.Settings;
import org.fairlead.collections.PortfolioSettings.Tier;
import org.fairlead.shared.Refused;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.DayFields;
import org.fairlead.web.tables.Notices;
import org.fairlead.web.tables.Numbers;
import org.jspecify.annotations.Nullable;

/** What was agreed about portfolios, {@code ?of=ID}: their terms, and what payments earn. */
@Named
@ViewScoped
public class PortfoliosPage extends OfOnePortfolio {

    private static final long serialVersionUID = 1L;
    private static final int SPARE = 3;

    @EJB
    private transient PortfolioSettings settings;

    @EJB
    private transient Clients clients;

    @Inject
    private Notices notices;

    @Inject
    private Viewer viewer;

    @Inject
    private DayFields days;

    private @Nullable PortfolioForm form;
    private List<TierRow> tiers = new ArrayList<>();
    private @Nullable String feesFrom;
    private @Nullable String program;
    private @Nullable String code;
    private @Nullable String name;
    private @Nullable String currency;
    private @Nullable String country;

    /** One tier, being edited. */
    public static class TierRow implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable String days;
        private boolean legal;
        private boolean direct;
        private @Nullable String percent;

        TierRow(@Nullable Tier tier, Numbers numbers) {
            if (tier != null) {
                days = Integer.toString(tier.daysPastDue());
                legal = tier.legal();
                direct = tier.direct();
                percent = numbers.show(tier.percent());
            }
        }

        public @Nullable String getDays() {
            return days;
        }

        public void setDays(@Nullable String days) {
            this.days = days;
        }

        public boolean isLegal() {
            return legal;
        }

        public void setLegal(boolean legal) {
            this.legal = legal;
        }

        public boolean isDirect() {
            return direct;
        }

        public void setDirect(boolean direct) {
            this.direct = direct;
        }

        public @Nullable String getPercent() {
            return percent;
        }

        public void setPercent(@Nullable String percent) {
            this.percent = percent;
        }
    }

    public void open() {
        if (choice().of() != null) {
            settings.settings(Address.uuid(choice().of()));
        }
        choice().fix(placements());
        show();
    }

    private void show() {
        Portfolio portfolio = getPortfolio();
        if (portfolio == null) {
            form = null;
            return;
        }
        form = new PortfolioForm(settings.settings(portfolio.portfolioId()), numbers());
        tiers = new ArrayList<>();
        List<FeeVersion> versions = getFees();
        if (!versions.isEmpty()) {
            versions.get(0).tiers().forEach(tier -> tiers.add(new TierRow(tier, numbers())));
        }
        for (int i = 0; i < SPARE; i++) {
            tiers.add(new TierRow(null, numbers()));
        }
    }

    public void save() {
        Portfolio portfolio = getPortfolio();
        PortfolioForm written = form;
        if (portfolio == null || written == null) {
            return;
        }
        try {
            Settings wanted = written.read(numbers());
            settings.save(portfolio.portfolioId(), wanted);
            boolean waits = settings.settings(portfolio.portfolioId()).fourEyes() && !wanted.fourEyes();
            show();
            notices.done(waits ? "collections.portfolios.saved.waits" : "collections.portfolios.saved");
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    public void confirmLoosening() {
        loosen(settings::confirmLoosening, "collections.portfolios.loosen.confirmed");
    }

    public void withdrawLoosening() {
        loosen(settings::withdrawLoosening, "collections.portfolios.loosen.withdrawn");
    }

    private void loosen(Consumer<UUID> what, String done) {
        Portfolio portfolio = getPortfolio();
        if (portfolio == null) {
            return;
        }
        try {
            what.accept(portfolio.portfolioId());
            show();
            notices.done(done);
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    /** Who asked that one person alone may publish; null when nobody did. */
    public @Nullable Loosening getLoosening() {
        Portfolio portfolio = getPortfolio();
        return portfolio == null ? null : settings.loosening(portfolio.portfolioId());
    }

    public String getLooseningText() {
        Loosening asked = getLoosening();
        return asked == null
                ? ""
                : viewer.getWords()
                        .format(
                                "collections.portfolios.loosen.asked",
                                asked.login(),
                                viewer.getFormats().dateTime(asked.at()));
    }

    public void addFees() {
        Portfolio portfolio = getPortfolio();
        if (portfolio == null) {
            return;
        }
        try {
            LocalDate day = days.read(feesFrom);
            if (day == null) {
                throw new Refused("fee.day");
            }
            settings.addFees(portfolio.portfolioId(), day, read());
            feesFrom = null;
            show();
            notices.done("collections.portfolios.fees.added");
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    private List<Tier> read() {
        List<Tier> read = new ArrayList<>();
        for (TierRow row : tiers) {
            String percent = row.getPercent();
            if (percent == null || percent.isBlank()) {
                continue;
            }
            String from = row.getDays() == null || row.getDays().isBlank() ? "0" : row.getDays();
            BigDecimal since = numbers().asked(from, "fee.tier", from);
            if (since.stripTrailingZeros().scale() > 0 || since.abs().compareTo(BigDecimal.valueOf(99_999)) > 0) {
                throw new Refused("fee.tier", from);
            }
            read.add(new Tier(
                    since.intValue(), row.isLegal(), row.isDirect(), numbers().asked(percent, "fee.rate", percent)));
        }
        return read;
    }

    public void create() {
        try {
            ProgramView into = getPrograms().stream()
                    .filter(one -> one.id().toString().equals(program))
                    .findFirst()
                    .orElseThrow(() -> new Refused("portfolio.program"));
            UUID made =
                    settings.create(into.client(), into.id(), text(code), text(name), text(currency), text(country));
            turnTo(made);
            code = null;
            name = null;
            show();
            notices.done("collections.portfolios.created");
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written.strip();
    }

    private Numbers numbers() {
        return new Numbers(viewer.getLocale());
    }

    /** Of collections, of all the caller's clients. */
    public List<ProgramView> getPrograms() {
        return clients.clients().stream()
                .flatMap(one -> clients.programs(one.id()).stream())
                .filter(one -> one.kind() == ProgramView.Kind.COLLECTIONS)
                .toList();
    }

    public List<FeeVersion> getFees() {
        Portfolio portfolio = getPortfolio();
        return portfolio == null ? List.of() : settings.fees(portfolio.portfolioId());
    }

    public List<Choice> getCampaigns() {
        Portfolio portfolio = getPortfolio();
        return portfolio == null ? List.of() : settings.campaigns(portfolio.portfolioId());
    }

    public List<String> getModes() {
        return settings.modes();
    }

    public List<String> getDayCounts() {
        return settings.dayCounts();
    }

    public @Nullable PortfolioForm getForm() {
        return form;
    }

    public List<TierRow> getTiers() {
        return tiers;
    }

    public @Nullable String getFeesFrom() {
        return feesFrom;
    }

    public void setFeesFrom(@Nullable String feesFrom) {
        this.feesFrom = feesFrom;
    }

    public @Nullable String getProgram() {
        return program;
    }

    public void setProgram(@Nullable String program) {
        this.program = program;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getCurrency() {
        return currency;
    }

    public void setCurrency(@Nullable String currency) {
        this.currency = currency;
    }

    public @Nullable String getCountry() {
        return country;
    }

    public void setCountry(@Nullable String country) {
        this.country = country;
    }
}

package org.fairlead.collections;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/** What was agreed about a portfolio, and what its work earns. Role: BPO admin. */
public interface PortfolioSettings {

    /**
     * A new one.
     *
     * @return its id
     * @throws org.fairlead.shared.Refused {@code portfolio.*} naming the field
     */
    UUID create(ClientId client, UUID programId, String code, String name, String currency, String country);

    Settings settings(UUID portfolioId);

    /**
     * Keeps them; what was agreed or promised before stays as it was then. That who writes does not publish stays too, until
     * somebody else confirms that it shall not.
     *
     * @throws org.fairlead.shared.Refused {@code portfolio.*} naming the field; {@code portfolio.interest} for another rate
     *     or day count once interest runs: it is worked out from the day on which it began
     */
    void save(UUID portfolioId, Settings settings);

    /** Who asked that one person alone may publish; null when nobody did. */
    @Nullable
    Loosening loosening(UUID portfolioId);

    /**
     * From now on one person alone may publish.
     *
     * @throws org.fairlead.shared.Refused {@code portfolio.loosen.same} for who asked for it, {@code portfolio.loosen.none}
     */
    void confirmLoosening(UUID portfolioId);

    /** It stays as it was. */
    void withdrawLoosening(UUID portfolioId);

    /** Campaigns of the portfolio's programme. */
    List<Choice> campaigns(UUID portfolioId);

    /** Newest first. */
    List<FeeVersion> fees(UUID portfolioId);

    /**
     * A new version of what payments earn, from that payment day on.
     *
     * @throws org.fairlead.shared.Refused {@code fee.day} for a day that is over, {@code fee.empty}, {@code fee.tier},
     *     {@code fee.rate}, {@code fee.twice}
     */
    void addFees(UUID portfolioId, LocalDate from, List<Tier> tiers);

    /** How a remittance is settled, how days are counted, and what buckets there are: for fields to choose from. */
    List<String> modes();

    List<String> dayCounts();

    /**
     * A portfolio's terms.
     *
     * @param yearlyPercent interest a year
     * @param tolerancePercent of a promise that is enough
     * @param validationDays that a debtor has to dispute; 0 where the law knows none
     * @param planPercent interest of plans a year
     * @param order of buckets in which money is taken
     * @param fourEyes who writes a strategy or a score does not publish it
     * @param costHour of an agent, in the portfolio's currency
     */
    record Settings(
            ClientId client,
            String code,
            String name,
            String currency,
            String country,
            @Nullable UUID campaignId,
            BigDecimal yearlyPercent,
            String dayCount,
            BigDecimal planPercent,
            int graceDays,
            BigDecimal tolerancePercent,
            int validationDays,
            int remindDays,
            int clearingDays,
            String mode,
            List<String> order,
            boolean fourEyes,
            BigDecimal costHour,
            BigDecimal costLetter,
            BigDecimal costMessage) {

        public Settings {
            order = List.copyOf(order);
        }
    }

    /** @param login who asked for it, and may not confirm it */
    record Loosening(String login, Instant at) {}

    record Choice(UUID id, String name) {}

    /** @param inForce today */
    record FeeVersion(int version, LocalDate from, boolean inForce, List<Tier> tiers) {

        public FeeVersion {
            tiers = List.copyOf(tiers);
        }
    }

    /**
     * @param daysPastDue for debts from so many days past due on
     * @param legal for debts in the courts, or for those that are not
     * @param direct paid straight to the client
     */
    record Tier(int daysPastDue, boolean legal, boolean direct, BigDecimal percent) {}
}

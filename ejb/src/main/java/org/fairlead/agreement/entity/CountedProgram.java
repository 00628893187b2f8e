package org.fairlead.agreement.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.fairlead.agreement.AgreementView;
import org.fairlead.agreement.CountedContact;
import org.fairlead.agreement.ServiceLevelDay;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Whose contacts are counted, in which zone's days and by which agreement.
 *
 * @param agreement the one in force on the day that is counted; null for none
 */
public record CountedProgram(ClientId client, UUID programId, ZoneId zone, @Nullable AgreementView agreement) {

    public Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    public List<CountedContact> contacts(Collection<Journey> journeys, LocalDate date) {
        return DayCount.ofDay(journeys, Terms.of(agreement), date, zone);
    }

    public ServiceLevelDay day(Collection<Journey> journeys, LocalDate date, Instant asOf) {
        List<CountedContact> contacts = contacts(journeys, date);
        DayCount day = DayCount.of(contacts, zone, agreement);
        return new ServiceLevelDay(
                client,
                programId,
                date,
                zone,
                agreement,
                day.counts(),
                agreement == null ? null : agreement.formula().over(day.counts()),
                day.intervals(),
                DayCount.byQueue(contacts, agreement),
                asOf);
    }
}

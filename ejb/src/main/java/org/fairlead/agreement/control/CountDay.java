package org.fairlead.agreement.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.fairlead.agreement.CountedContact;
import org.fairlead.agreement.ServiceLevelDay;
import org.fairlead.agreement.entity.CountedProgram;
import org.fairlead.agreement.entity.Journey;
import org.fairlead.security.CurrentCaller;
import org.fairlead.shared.NotFound;
import org.jspecify.annotations.Nullable;

/** Counts a programme's day from the journal, inside the caller's scope. */
@ApplicationScoped
public class CountDay {

    /** Contacts of the day's last minutes are decided after midnight. */
    private static final Duration SPILL = Duration.ofHours(4);

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller current;

    @Inject
    private Clock clock;

    /** @param date null for today at the client's */
    public ServiceLevelDay count(UUID programId, @Nullable LocalDate date) {
        Instant now = clock.instant();
        Counted counted = read(programId, date, now);
        return counted.program().day(counted.journeys(), counted.date(), now);
    }

    /** The contacts behind the day's figures, in the order in which their clocks began. */
    public List<CountedContact> contacts(UUID programId, LocalDate date) {
        Counted counted = read(programId, date, clock.instant());
        return counted.program().contacts(counted.journeys(), counted.date());
    }

    private record Counted(CountedProgram program, LocalDate date, List<Journey> journeys) {}

    private Counted read(UUID programId, @Nullable LocalDate wanted, Instant now) {
        try (Connection connection = database.getConnection()) {
            CountedProgram program = AgreementReader.program(connection, programId, wanted, now)
                    .filter(found -> current.caller().serves(found.client()))
                    .orElseThrow(() -> new NotFound("program " + programId));
            LocalDate date = wanted != null ? wanted : LocalDate.ofInstant(now, program.zone());
            List<Journey> journeys = JournalReader.journeys(
                    connection,
                    program.client(),
                    programId,
                    program.startOf(date),
                    program.startOf(date.plusDays(1)).plus(SPILL));
            return new Counted(program, date, journeys);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the journal of program " + programId, e);
        }
    }
}

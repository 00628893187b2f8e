package org.fairlead.compliance;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fairlead.compliance.Jurisdictions.Address;
import org.fairlead.compliance.OutreachFacts.ConsentFact;
import org.fairlead.compliance.OutreachFacts.HoldFact;
import org.fairlead.compliance.OutreachFacts.Manner;
import org.fairlead.compliance.OutreachFacts.Standing;
import org.fairlead.compliance.OutreachFacts.Target;
import org.fairlead.compliance.OutreachFacts.Whereabouts;
import org.fairlead.compliance.entity.OutreachPolicy;
import org.fairlead.compliance.entity.RuleLine;
import org.fairlead.compliance.entity.RulePack;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.PublicHolidays;

/** Attempts to make up, judged by the pack that ships with the calendars that ship. */
public final class Scene {

    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    public static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    public static final ZoneId ROME = ZoneId.of("Europe/Rome");
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    public static final ZoneId LONDON = ZoneId.of("Europe/London");
    public static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");
    public static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    public static final ClientId CLIENT = new ClientId(3);
    public static final PublicHolidays HOLIDAYS = new PublicHolidays();
    public static final List<RuleLine> LINES = lines();
    public static final RulePack PACK = new RulePack(LINES, HOLIDAYS);

    /** Long before and long after any of the instants in use. */
    private static final LocalDate FRESH = LocalDate.of(2099, 1, 1);

    private Scene() {}

    public static Instant at(ZoneId zone, String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    /** A call by hand to somebody there; every register has a fresh list, and nobody is on it; consent is on record. */
    public static OutreachFacts call(String number, ZoneId zone, String... jurisdictions) {
        return call(number, List.of(zone), jurisdictions);
    }

    public static OutreachFacts call(String number, List<ZoneId> zones, String... jurisdictions) {
        Whereabouts where = new Whereabouts(zones, Set.of(jurisdictions));
        return OutreachFacts.of(CLIENT, Target.call(number), where, Manner.byHand(25, "+12125550100"))
                .with(standing(FRESH, List.of(consent()), List.of()));
    }

    /** What the number and the address say themselves. */
    public static OutreachFacts call(String number, Address address) {
        Whereabouts where = Jurisdictions.of(number, address, List.of(), List.of());
        return call(number, where.zones(), where.jurisdictions().toArray(String[]::new));
    }

    public static Standing standing(LocalDate lists, List<ConsentFact> consents, List<HoldFact> holds) {
        Map<String, LocalDate> dates = Map.of(
                "US_NATIONAL_DNC",
                lists,
                "TPS/CTPS",
                lists,
                "RPO",
                lists,
                "BLOCTEL",
                lists,
                "DNCR",
                lists,
                "NDNCL",
                lists);
        return new Standing(Set.of(), dates, consents, holds);
    }

    public static ConsentFact consent() {
        return new ConsentFact(true, null, null, Instant.EPOCH, null);
    }

    public static Verdict telesales(OutreachFacts facts, Instant at) {
        return judge(facts, "TELESALES", at);
    }

    public static Verdict collections(OutreachFacts facts, Instant at) {
        return judge(facts, "COLLECTIONS", at);
    }

    public static Verdict judge(OutreachFacts facts, String kind, Instant at) {
        return judge(facts, new OutreachLimits(kind, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 1_000, 7), at);
    }

    public static Verdict judge(OutreachFacts facts, OutreachLimits limits, Instant at) {
        return OutreachPolicy.decide(facts, PACK.applying(facts.where().jurisdictions(), limits), at);
    }

    /** Ids of the rules that deny, in order. */
    public static List<String> denials(Verdict verdict) {
        return verdict.denials().stream().map(Verdict.Denial::rule).toList();
    }

    private static List<RuleLine> lines() {
        try (Reader csv = new InputStreamReader(
                Objects.requireNonNull(Scene.class.getResourceAsStream("outreach-rules.csv")),
                StandardCharsets.UTF_8)) {
            return RulePack.read(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

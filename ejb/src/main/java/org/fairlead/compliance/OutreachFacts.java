package org.fairlead.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairlead.compliance.PastContact.Place;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * What the outreach decision knows about one attempt before it is made. What is not known is said to be unknown, and the
 * rules then take the stricter side.
 *
 * @param past everything that may count, in any order
 * @param live the campaign's calls that people answered, by hour, in any order
 */
public record OutreachFacts(
        ClientId client,
        Target target,
        Whereabouts where,
        Manner manner,
        Standing standing,
        List<PastContact> past,
        List<LiveHour> live) {

    public OutreachFacts {
        past = List.copyOf(past);
        live = List.copyOf(live);
    }

    /**
     * Whom to reach, and about what.
     *
     * @param number in E.164 form, or an address
     * @param person the client's name for the person, null where only the number is known
     * @param debt what it is about, null for nothing in particular: then every debt's contacts count
     * @param mobile true unless the number is known to be a fixed line
     */
    public record Target(
            Channel channel,
            String number,
            @Nullable String person,
            @Nullable String debt,
            Place place,
            boolean mobile) {

        public static Target call(String number) {
            return new Target(Channel.VOICE, number, null, null, Place.PERSONAL, true);
        }

        public Target about(@Nullable String whom, @Nullable String what) {
            return new Target(channel, number, whom, what, place, mobile);
        }

        public Target at(Place where) {
            return new Target(channel, number, person, debt, where, mobile);
        }

        public Target by(Channel way) {
            return new Target(way, number, person, debt, place, mobile);
        }
    }

    /**
     * Where the person may be.
     *
     * @param zones every time zone that cannot be ruled out; empty means that none is known
     * @param jurisdictions every jurisdiction that may apply: {@code US}, {@code US-FL}, {@code US-NY-NYC}, {@code EU}
     */
    public record Whereabouts(List<ZoneId> zones, Set<String> jurisdictions) {
        public Whereabouts {
            zones = List.copyOf(zones);
            jurisdictions = Set.copyOf(jurisdictions);
        }
    }

    /**
     * How it would be done.
     *
     * @param agentReserved true when an agent is held before the number is dialled: such a call cannot be abandoned
     * @param recordedVoice true for announcements and menus without an agent
     * @param ringSeconds how long it rings, null where nothing rings
     * @param callerId the number shown, null for none
     * @param safeHarbour true when a person who answers and gets no agent hears who called
     * @param sector the client's business as rules name it ({@code electricity/gas}), null for none in particular
     * @param brand on whose behalf, for consent
     * @param dataCountry where the data base stands, null when nobody said
     * @param sites countries of the sites whose agents may take it
     */
    public record Manner(
            boolean agentReserved,
            boolean recordedVoice,
            @Nullable Integer ringSeconds,
            @Nullable String callerId,
            boolean safeHarbour,
            @Nullable String sector,
            @Nullable String brand,
            @Nullable String dataCountry,
            Set<String> sites) {

        public Manner {
            sites = Set.copyOf(sites);
        }

        /** A call that an agent makes by hand, with nothing else known about it. */
        public static Manner byHand(int ringSeconds, String callerId) {
            return new Manner(true, false, ringSeconds, callerId, true, null, null, null, Set.of());
        }

        /** The same, dialled before an agent is held. */
        public Manner unreserved() {
            return new Manner(
                    false, recordedVoice, ringSeconds, callerId, safeHarbour, sector, brand, dataCountry, sites);
        }
    }

    /**
     * What the person, or a register, has said.
     *
     * @param listedOn names of the do-not-call lists on which the number stands
     * @param lists by name, the date of each list in force
     */
    public record Standing(
            Set<String> listedOn, Map<String, LocalDate> lists, List<ConsentFact> consents, List<HoldFact> holds) {

        /** Nothing is known. */
        public static final Standing NOTHING = new Standing(Set.of(), Map.of(), List.of(), List.of());

        public Standing {
            listedOn = Set.copyOf(listedOn);
            lists = Map.copyOf(lists);
            consents = List.copyOf(consents);
            holds = List.copyOf(holds);
        }
    }

    /**
     * Consent given, or taken back.
     *
     * @param channel null for all
     * @param brand null for all of the client's
     * @param until when a given consent ends by itself, null for never
     */
    public record ConsentFact(
            boolean given, @Nullable Channel channel, @Nullable String brand, Instant since, @Nullable Instant until) {}

    /**
     * A reason that stops contact.
     *
     * @param kind one of {@link Wishes#HOLDS}, or of {@link DebtStops#AGREED}
     * @param debt null for everything between client and person
     * @param until null until it is lifted
     */
    public record HoldFact(String kind, @Nullable String debt, Instant since, @Nullable Instant until) {}

    /**
     * A campaign's answered calls in one hour.
     *
     * @param answered by a person
     * @param abandoned of those, without an agent in time
     */
    public record LiveHour(Instant hour, int answered, int abandoned) {}

    /** A call by hand with an empty past, for whoever then says more. */
    public static OutreachFacts of(ClientId client, Target target, Whereabouts where, Manner manner) {
        return new OutreachFacts(client, target, where, manner, Standing.NOTHING, List.of(), List.of());
    }

    public OutreachFacts after(List<PastContact> history) {
        return new OutreachFacts(client, target, where, manner, standing, history, live);
    }

    public OutreachFacts with(Standing said) {
        return new OutreachFacts(client, target, where, manner, said, past, live);
    }

    public OutreachFacts with(Target whom) {
        return new OutreachFacts(client, whom, where, manner, standing, past, live);
    }

    public OutreachFacts with(Manner how) {
        return new OutreachFacts(client, target, where, how, standing, past, live);
    }

    public OutreachFacts answered(List<LiveHour> hours) {
        return new OutreachFacts(client, target, where, manner, standing, past, hours);
    }
}

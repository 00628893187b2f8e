package org.fairlead.telephony;

import java.time.Instant;
import java.util.List;
import org.fairlead.client.SiteView;
import org.jspecify.annotations.Nullable;

/**
 * The sites and their telephony. Supervisors and BPO admins look; BPO admins who serve the outsourcer itself set how a
 * site reaches its customers. Each change is audited, without the password.
 */
public interface Sites {

    List<Site> sites();

    /**
     * Holds from the next call on.
     *
     * @throws org.fairlead.shared.Refused when a field cannot be, named after it; or when somebody was first
     */
    void save(int siteId, TrunkEdit edit);

    /**
     * @param numbers of the caller's clients that rang there or are shown from there lately
     * @param report null when its gateway has said nothing since the server began
     */
    record Site(SiteView site, Link link, @Nullable Report report, Trunk trunk, List<String> numbers) {}

    /**
     * @param roundTripMillis -1 when unknown
     * @param heardAt null when nothing was heard since the server began
     */
    record Link(boolean up, long roundTripMillis, @Nullable Instant heardAt) {}

    /**
     * What its gateway said last.
     *
     * @param carrier whom it reaches its customers through, as the gateway knows it
     * @param carrierState {@code ONLINE} or {@code OFFLINE}; empty where it cannot be known
     * @param waiting events that are still to be delivered
     */
    record Report(
            Instant at,
            String engine,
            String engineVersion,
            String gatewayVersion,
            boolean reachable,
            String carrier,
            String carrierState,
            int waiting,
            int liveCalls) {}

    /**
     * @param host empty: what the gateway was started with
     * @param hasPassword all that is ever told of it
     * @param callsPerSecond 0 for no limit
     * @param channels 0 for no limit
     * @param voice how its agents are reached
     */
    record Trunk(
            String host,
            String account,
            boolean hasPassword,
            int callsPerSecond,
            int channels,
            AgentVoice voice,
            int version) {}

    /**
     * @param opus browsers are offered Opus before G.711, at the cost of making each talk over
     * @param keepLegs an agent's leg is made when they come and stays up over the shift
     * @param wss browsers reach the engine by TLS alone, also from a console that came without
     */
    record AgentVoice(boolean opus, boolean keepLegs, boolean wss) {

        /** As a site is that nobody has set. */
        public static final AgentVoice USUAL = new AgentVoice(false, false, false);
    }

    /** @param password null: the one that is there stays */
    record TrunkEdit(
            int version,
            String host,
            String account,
            @Nullable String password,
            int callsPerSecond,
            int channels,
            AgentVoice voice) {

        /** A secret never shows. */
        @Override
        public String toString() {
            return account + "@" + host + ", " + callsPerSecond + "/s, " + channels;
        }
    }
}

package org.fairlead.telephony;

import java.util.Optional;

/** How gateways reach their customers, password included: for the engine's commands alone. */
public interface Trunks {

    /** What is set for this gateway's site; empty when nothing ever was. */
    Optional<TrunkSecret> of(String gateway);

    /** How agents at this gateway's site are reached; no secret goes with it. */
    Sites.AgentVoice voiceOf(String gateway);

    /** What the gateway must know. */
    record TrunkSecret(
            String host, String account, String password, int callsPerSecond, int channels, Sites.AgentVoice voice) {

        /** A secret never shows. */
        @Override
        public String toString() {
            return account + "@" + host;
        }
    }
}

package org.fairlead.telephony;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * People's SIP telephones: an account each at the engine of their site. BPO admins who serve the outsourcer itself issue
 * and take away; who has one chooses where calls ring. Each step is audited; a password is seen once, by whoever issued
 * it, and kept nowhere.
 */
public interface DeskTelephones {

    /** Of a person whom the caller may see; empty when there is none, or not any more. Role: BPO admin, supervisor. */
    Optional<Account> of(UUID personId);

    /**
     * Gives the person an account, or the account that they have another password: the old one works no longer.
     *
     * @throws org.fairlead.shared.Refused {@code telephone.outsourcer} to others than BPO admins of the outsourcer
     */
    Credentials issue(UUID personId);

    /** The account registers no more. */
    void revoke(UUID personId);

    /** The caller's own; empty when there is none. Role: agent. */
    Optional<Account> mine();

    /**
     * Where the caller's calls ring from now on. Role: agent.
     *
     * @param desk at the desk telephone, in place of the browser
     * @param autoAnswer the telephone is asked to pick up by itself
     * @throws org.fairlead.shared.Refused {@code telephone.none} to who has none
     */
    void choose(boolean desk, boolean autoAnswer);

    record Account(String account, Instant issuedAt, boolean chosen, boolean autoAnswer) {}

    /**
     * What a telephone is set up with.
     *
     * @param server host and port of the site's engine; empty where the operator did not say it
     */
    record Credentials(String account, String password, String server) {

        /** A secret never shows. */
        @Override
        public String toString() {
            return account + "@" + server;
        }
    }
}

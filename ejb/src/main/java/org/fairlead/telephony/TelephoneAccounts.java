package org.fairlead.telephony;

import java.util.List;
import java.util.UUID;

/** What gateways must know of desk telephones, digests included: for the engine's commands alone. */
public interface TelephoneAccounts {

    /** All of this gateway's site, also those that may not register any more. */
    List<Secret> of(String gateway);

    /** What each gateway must know of this person's; nothing when they never had one. */
    List<Secret> of(UUID personId);

    /** @param digest empty: it may not register here */
    record Secret(String gateway, String login, String account, String digest) {

        /** A secret never shows. */
        @Override
        public String toString() {
            return account + "@" + gateway;
        }
    }
}

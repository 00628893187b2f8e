package org.fairlead.web.compliance;

import java.io.Serializable;
import java.util.List;
import org.fairlead.compliance.Wishes;
import org.fairlead.compliance.Wishes.Consent;
import org.fairlead.compliance.Wishes.Hold;
import org.fairlead.compliance.Wishes.Said;
import org.fairlead.shared.ClientId;
import org.fairlead.web.tables.Address;
import org.jspecify.annotations.Nullable;

/**
 * What a reader has before their eyes: rows stay as they were looked up, whatever is typed into the fields beside them or
 * written down by others meanwhile. What is lifted is the hold that was shown, not the one that is in its row by now.
 */
final class LookedUp implements Serializable {

    private static final long serialVersionUID = 1L;

    private final int client;
    private final String number;
    private final List<Consent> consents;
    private final List<Hold> holds;

    private LookedUp(ClientId client, Said said) {
        this.client = client.value();
        number = said.number();
        consents = List.copyOf(said.consents());
        holds = List.copyOf(said.holds());
    }

    static LookedUp of(Wishes wishes, ClientId client, String number) {
        return new LookedUp(client, wishes.said(client, number));
    }

    /** @param holdId as the row that was pressed names it */
    LookedUp lift(Wishes wishes, @Nullable String holdId, String reason) {
        ClientId whose = new ClientId(client);
        wishes.lift(whose, Address.uuid(holdId), reason);
        return of(wishes, whose, number);
    }

    List<Consent> consents() {
        return consents;
    }

    List<Hold> holds() {
        return holds;
    }
}

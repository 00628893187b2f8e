package org.fairlead.compliance;

import java.sql.Connection;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.fairlead.shared.ClientId;

/**
 * What people call a debt, and what leads and attempts call it: a person writes the client's own reference, a decision
 * compares ours. Whoever keeps the debts answers. In the transaction of the connection, in the scope of the client.
 */
public interface DebtNames {

    /**
     * Debts as leads and attempts name them. A reference may stand for several, one in each portfolio. A client that
     * hands over no debts names them in its own lists: there a name is taken as it is written.
     *
     * @return empty when the client has no debt of that name
     */
    Set<String> called(Connection transaction, ClientId client, String written);

    /**
     * Many at once, for lists of people to be called: only debts that have not ended.
     *
     * @return by what was written; nothing for what names no open debt
     */
    Map<String, Set<String>> open(Connection transaction, ClientId client, Collection<String> written);

    /** A debt as the client calls it; the name itself where nobody calls it otherwise. */
    String reference(Connection transaction, ClientId client, String name);
}

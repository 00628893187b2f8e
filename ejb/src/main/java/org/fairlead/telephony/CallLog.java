package org.fairlead.telephony;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.fairlead.jms.GatewayEvent;

/** The log of what came from the gateways: each event once, however often it is delivered. */
public interface CallLog {

    /**
     * @param client to whom the call belongs, 0 when nobody's
     * @param body the event as text
     */
    record Line(int client, GatewayEvent event, String body) {}

    void append(Connection db, List<Line> lines) throws SQLException;
}

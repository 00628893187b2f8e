package org.fairlead.gateway.asterisk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What the engine answers.
 *
 * @param status as in HTTP; 0 when the connection was lost, and nobody knows whether it was carried out
 */
record AriAnswer(int status, String reason, JsonNode body) {

    static final AriAnswer LOST = new AriAnswer(0, "the connection was lost", MissingNode.getInstance());

    boolean done() {
        return status / 100 == 2;
    }
}

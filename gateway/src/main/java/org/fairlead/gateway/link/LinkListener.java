package org.fairlead.gateway.link;

import org.fairlead.jms.CommandBatch;

/** What a link tells its site. Called on the link's threads: hand over and return. */
public interface LinkListener {

    /** The broker is reached, for the first time or again. */
    void connected();

    /** Commands that the broker will not deliver again. */
    void received(CommandBatch batch);
}

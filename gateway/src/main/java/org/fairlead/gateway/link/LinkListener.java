package org.fairlead.gateway.link;

import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.ReadBatch;

/** What a link tells its site. Called on the link's threads: hand over and return. */
public interface LinkListener {

    /** The broker is reached, for the first time or again. */
    void connected();

    /** The broker was reached and is not any more. */
    void lost();

    /** Commands that the broker will not deliver again, and those among them that could not be read. */
    void received(ReadBatch<GatewayCommand> batch);
}

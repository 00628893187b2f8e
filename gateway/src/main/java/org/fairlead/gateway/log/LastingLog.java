package org.fairlead.gateway.log;

import java.util.logging.LogManager;

/**
 * Keeps the log open until the process is gone: the JDK's own manager closes it as soon as the process is asked to
 * end, and what a gateway says last is worth reading.
 */
public final class LastingLog extends LogManager {

    @Override
    public void reset() {
        // Called by the JDK's shutdown hook alone; nothing here resets the log.
    }
}

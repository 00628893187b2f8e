package org.fairlead.gateway.log;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.logging.Level;

/**
 * The catalogue of what a gateway tells its operator. A number means one thing for ever: retired ones are never used
 * again. The words are in the bundle {@code messages}, where {@code {name}} stands for a field of the line.
 */
public enum LogMessage {
    STARTED(1, Level.INFO),
    STOPPED(2, Level.INFO),
    SETTINGS_WRONG(3, Level.SEVERE),
    TASK_FAILED(4, Level.SEVERE),
    CONTROL_LISTENS(5, Level.INFO),
    CONTROL_FAILED(6, Level.SEVERE),

    LINK_UP(100, Level.INFO),
    LINK_DOWN(101, Level.WARNING),
    LINK_RETRY(102, Level.FINE),
    EVENTS_WAIT(103, Level.WARNING),
    EVENTS_LEFT(104, Level.WARNING),
    PARKED(105, Level.WARNING),
    COMMIT_UNKNOWN(106, Level.WARNING),
    COMMANDS_RESUMED(107, Level.INFO),
    EVENTS_FOUND(108, Level.INFO),
    STORE_BROKEN(109, Level.SEVERE),
    CALLS_FOUND(110, Level.INFO),

    EVENT(200, Level.FINE),
    COMMAND(201, Level.FINE),
    COMMAND_REPEATED(202, Level.FINE),
    COMMAND_REFUSED(203, Level.INFO),
    LIVE_CALLS_TOLD(204, Level.INFO),
    CALL_VANISHED(205, Level.WARNING),
    CALL_UNKNOWN_TO_US(206, Level.WARNING),
    ENGINE_DOWN(207, Level.WARNING),
    EVENT_LATE(208, Level.WARNING),
    COMMAND_WITHOUT_ID(209, Level.WARNING),
    RINGING_LET_GO(210, Level.WARNING),

    CROWD_BEGINS(300, Level.INFO),
    CROWD_ENDED(301, Level.INFO),
    CUSTOMER_CALLS(302, Level.FINE),

    ENGINE_UP(400, Level.INFO),
    ENGINE_LOST(401, Level.WARNING),
    ENGINE_REPLACED(402, Level.SEVERE),
    ENGINE_REFUSES(403, Level.WARNING),
    WHISPER_FAILED(404, Level.WARNING),
    PROMPT_MISSING(405, Level.WARNING),
    CALL_ADOPTED(406, Level.INFO),
    LINE_REFUSED(407, Level.WARNING),
    LINE_LEFT(409, Level.INFO),
    MESSAGE_LEFT(410, Level.WARNING),
    TRUNK_REFUSED(411, Level.WARNING),
    TRUNK_SET(412, Level.INFO);

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("org.fairlead.gateway.log.messages", Locale.ROOT);

    private final int number;
    /** Never changed: the JDK does not say so in a form the compiler could read. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Level level;

    LogMessage(int number, Level level) {
        this.number = number;
        this.level = level;
    }

    public String code() {
        return "FLGW%04d".formatted(number);
    }

    public Level level() {
        return level;
    }

    /** The words, with the fields' names in braces. */
    public String text() {
        return TEXTS.getString(code());
    }
}

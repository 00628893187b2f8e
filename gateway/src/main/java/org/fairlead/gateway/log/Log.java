package org.fairlead.gateway.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says messages of the catalogue, each with its fields: pairs of name and value. */
public final class Log {

    private final Logger logger;

    private Log(Logger logger) {
        this.logger = logger;
    }

    /** Lets the log stay open to the end of the process. To be called before the first logger is made. */
    public static void stayOpen() {
        System.setProperty("java.util.logging.manager", LastingLog.class.getName());
    }

    public static Log of(Class<?> speaker) {
        return new Log(Logger.getLogger(speaker.getName()));
    }

    public void say(LogMessage message, Object... fields) {
        tell(message, null, fields);
    }

    public void say(LogMessage message, Throwable cause, Object... fields) {
        tell(message, cause, fields);
    }

    private void tell(LogMessage message, @Nullable Throwable cause, Object... fields) {
        if (!logger.isLoggable(message.level())) {
            return;
        }
        Line line = new Line(message.level(), message.code(), message.text(), pairs(fields));
        line.setLoggerName(logger.getName());
        if (cause != null) {
            line.setThrown(cause);
        }
        logger.log(line);
    }

    private static Map<String, Object> pairs(Object... fields) {
        Map<String, Object> pairs = new LinkedHashMap<>();
        for (int i = 0; i + 1 < fields.length; i += 2) {
            pairs.put(String.valueOf(fields[i]), fields[i + 1]);
        }
        return pairs;
    }

    /** A record that still knows its fields when it is written. */
    static final class Line extends LogRecord {

        private static final long serialVersionUID = 1L;

        private final String code;
        private final transient Map<String, Object> fields;

        Line(Level level, String code, String text, Map<String, Object> fields) {
            super(level, filled(text, fields));
            this.code = code;
            this.fields = fields;
        }

        String code() {
            return code;
        }

        Map<String, Object> fields() {
            return fields;
        }

        private static String filled(String text, Map<String, Object> fields) {
            String filled = text;
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                filled = filled.replace("{" + field.getKey() + "}", String.valueOf(field.getValue()));
            }
            return filled;
        }
    }
}

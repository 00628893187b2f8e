package org.fairlead.gateway.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Writes each record as one line of JSON, with the code and the fields of the catalogue's messages. */
public final class JsonLines extends Formatter {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** From now on everything this process logs is written so, on the error stream. */
    public static void install(Level level) {
        Logger root = Logger.getLogger("");
        for (Handler old : root.getHandlers()) {
            root.removeHandler(old);
        }
        ConsoleHandler console = new ConsoleHandler();
        console.setFormatter(new JsonLines());
        console.setLevel(Level.ALL);
        root.addHandler(console);
        root.setLevel(Level.INFO);
        Logger.getLogger("org.fairlead").setLevel(level);
        // The link tells in its own words what the broker's client would repeat at each attempt.
        Logger.getLogger("org.apache.activemq").setLevel(Level.SEVERE);
    }

    @Override
    public String format(LogRecord record) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", record.getInstant().toString());
        line.put("level", record.getLevel().getName());
        if (record instanceof Log.Line ours) {
            line.put("code", ours.code());
            line.put("message", record.getMessage());
            ours.fields().forEach((name, value) -> line.put(name, plain(value)));
        } else {
            line.put("message", words(record));
        }
        line.put("logger", record.getLoggerName());
        if (record.getThrown() != null) {
            StringWriter trace = new StringWriter();
            record.getThrown().printStackTrace(new PrintWriter(trace));
            line.put("trace", trace.toString());
        }
        try {
            return JSON.writeValueAsString(line) + System.lineSeparator();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of plain values must be writable", e);
        }
    }

    private static Object plain(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : String.valueOf(value);
    }

    private static String words(LogRecord record) {
        Object[] parameters = record.getParameters();
        return parameters == null || parameters.length == 0
                ? String.valueOf(record.getMessage())
                : MessageFormat.format(record.getMessage(), parameters);
    }
}

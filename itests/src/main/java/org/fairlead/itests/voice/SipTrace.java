package org.fairlead.itests.voice;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what sipp has put on file of its messages. */
final class SipTrace {

    private static final Pattern TIME = Pattern.compile("^-{10,} (\\S+Z)");
    private static final Pattern WAY = Pattern.compile("^(?:UDP|TCP) message (sent|received).*");
    private static final Pattern REQUEST = Pattern.compile("^([A-Z]+) sips?:(?:([^@ ]+)@)?\\S+ SIP/2\\.0.*");
    private static final Pattern ANSWER = Pattern.compile("^SIP/2\\.0 (\\d{3}).*");
    private static final Pattern CALL = Pattern.compile("^(?:Call-ID|i): *(\\S+).*", Pattern.CASE_INSENSITIVE);
    /**
     * One message.
     *
     * @param what the method, or the status of an answer
     * @param user whom a request addresses; empty for an answer
     */
    record Message(Instant at, boolean sent, String what, String user, String call) {}

    private SipTrace() {}

    static List<Message> read(Path file) throws IOException {
        List<Message> messages = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            Instant at = Instant.EPOCH;
            boolean sent = false;
            String what = "";
            String user = "";
            String line = lines.readLine();
            while (line != null) {
                Matcher time = TIME.matcher(line);
                Matcher way = WAY.matcher(line);
                Matcher request = REQUEST.matcher(line);
                Matcher answer = ANSWER.matcher(line);
                Matcher call = CALL.matcher(line);
                if (time.matches()) {
                    at = Instant.parse(time.group(1));
                    what = "";
                } else if (way.matches()) {
                    sent = way.group(1).equals("sent");
                } else if (request.matches()) {
                    what = request.group(1);
                    user = request.group(2) == null ? "" : request.group(2);
                } else if (answer.matches()) {
                    what = answer.group(1);
                    user = "";
                } else if (call.matches() && !what.isEmpty()) {
                    messages.add(new Message(at, sent, what, user, call.group(1)));
                    what = "";
                }
                line = lines.readLine();
            }
        }
        return messages;
    }
}

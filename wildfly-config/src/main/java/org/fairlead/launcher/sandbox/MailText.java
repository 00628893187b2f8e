package org.fairlead.launcher.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an e-mail of plain text says, as its reader sees it. */
final class MailText {

    private static final Pattern WORD = Pattern.compile("=\\?([^?]+)\\?([bBqQ])\\?([^?]*)\\?=(?:\\s+(?==\\?))?");
    private static final int HEX = 16;

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final String body;

    /** @param lines as they came, one character for each byte */
    MailText(List<String> lines) {
        int at = 0;
        String name = "";
        while (at < lines.size() && !lines.get(at).isEmpty()) {
            String line = lines.get(at);
            int colon = line.indexOf(':');
            if (Character.isWhitespace(line.charAt(0))) {
                headers.merge(name, " " + line.strip(), String::concat);
            } else if (colon > 0) {
                name = line.substring(0, colon);
                headers.put(name, line.substring(colon + 1).strip());
            }
            at++;
        }
        body = String.join("\r\n", lines.subList(Math.min(at + 1, lines.size()), lines.size()));
    }

    String header(String name) {
        return WORD.matcher(headers.getOrDefault(name, "")).replaceAll(word -> Matcher.quoteReplacement(decoded(word)));
    }

    String text() {
        byte[] bytes =
                switch (headers.getOrDefault("Content-Transfer-Encoding", "7bit")
                        .toLowerCase(Locale.ROOT)) {
                    case "base64" -> Base64.getMimeDecoder().decode(body);
                    case "quoted-printable" -> quoted(body.replace("=\r\n", ""), false);
                    default -> body.getBytes(StandardCharsets.ISO_8859_1);
                };
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }

    private static String decoded(MatchResult word) {
        byte[] bytes = word.group(2).equalsIgnoreCase("b")
                ? Base64.getMimeDecoder().decode(word.group(3))
                : quoted(word.group(3), true);
        return new String(bytes, Charset.forName(word.group(1)));
    }

    private static byte[] quoted(String text, boolean blanks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == '='
                    && i + 2 < text.length()
                    && text.substring(i + 1, i + 3).matches("[0-9A-Fa-f]{2}")) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), HEX));
                i += 2;
            } else {
                bytes.write(blanks && one == '_' ? ' ' : one);
            }
        }
        return bytes.toByteArray();
    }
}

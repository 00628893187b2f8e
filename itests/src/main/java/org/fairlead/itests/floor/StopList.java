package org.fairlead.itests.floor;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fairlead.itests.stack.ConsoleSession;
import org.fairlead.itests.stack.Stack;

/** A do-not-call list as the compliance officer hands it in: with the console's own form. */
final class StopList {

    private static final String PAGE = "/registers.xhtml";
    private static final String OFFICER = "clara";
    private static final String DEMO_PASSWORD = "fairlead";
    private static final String BOUNDARY = "fairlead-list";
    private static final Pattern VIEW = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
    private static final Pattern LOADED = Pattern.compile("id=\"notices\".{0,800}?ui-messages-info", Pattern.DOTALL);

    private final Stack stack;
    private final Clock clock;

    StopList(Stack stack, Clock clock) {
        this.stack = stack;
        this.clock = clock;
    }

    /** @throws IOException when the console did not take it */
    void handIn(int client, List<String> numbers) throws IOException, InterruptedException {
        ConsoleSession officer = new ConsoleSession(stack.console());
        HttpResponse<String> page = officer.logIn(OFFICER, DEMO_PASSWORD, PAGE);
        Matcher view = VIEW.matcher(page.body());
        Matcher nonce = NONCE.matcher(page.body());
        if (!view.find() || !nonce.find()) {
            throw new IOException("no form at " + page.uri());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("hand:list", Integer.toString(client));
        fields.put("hand:register", "INTERNAL");
        fields.put("hand:kind", "FULL");
        fields.put("hand:country", "TR");
        fields.put(
                "hand:date",
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString());
        fields.put("hand:hash", "");
        fields.put("hand:take", "");
        fields.put("hand_SUBMIT", "1");
        fields.put("hand", "hand");
        fields.put("primefaces.nonce", nonce.group(1).replace("&#43;", "+").replace("&amp;", "&"));
        fields.put("jakarta.faces.ViewState", view.group(1).replace("&amp;", "&"));
        HttpResponse<String> answer =
                officer.postForm(PAGE, "multipart/form-data; boundary=" + BOUNDARY, body(fields, numbers));
        if (answer.statusCode() != 200 || !LOADED.matcher(answer.body()).find()) {
            throw new IOException("the list was not taken in: " + answer.statusCode());
        }
    }

    private static byte[] body(Map<String, String> fields, List<String> numbers) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--")
                .append(BOUNDARY)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--")
                .append(BOUNDARY)
                .append("\r\nContent-Disposition: form-data; name=\"hand:file\"; filename=\"stop.txt\"\r\n")
                .append("Content-Type: text/plain\r\n\r\n")
                .append(String.join("\n", numbers))
                .append("\r\n--")
                .append(BOUNDARY)
                .append("--\r\n");
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}

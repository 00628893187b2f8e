package org.fairlead.itests.stack;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One person's session with the console, as a browser has it: single sign-on, cookies, push. */
public final class ConsoleSession {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern FORM_ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final URI console;
    private final CookieManager cookies = new LoopbackCookies();
    private final HttpClient http;
    private final AtomicInteger requests = new AtomicInteger();

    public ConsoleSession(URI console) {
        this.console = console;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE)
                .build();
    }

    /** Opens a page, is led to the sign-in form, fills it and comes back; answers the page. */
    public HttpResponse<String> logIn(String login, String password, String path)
            throws IOException, InterruptedException {
        HttpResponse<String> form = get(path);
        Matcher action = FORM_ACTION.matcher(form.body());
        if (!action.find()) {
            throw new IOException("no sign-in form at " + form.uri() + ", status " + form.statusCode());
        }
        String body = "username=" + encoded(login) + "&password=" + encoded(password) + "&credentialId=";
        HttpResponse<String> page = http.send(
                HttpRequest.newBuilder(form.uri().resolve(action.group(1).replace("&amp;", "&")))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (!page.uri().getAuthority().equals(console.getAuthority())) {
            throw new IOException("sign-in of " + login + " ended at " + page.uri() + ", status " + page.statusCode());
        }
        return page;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        requests.incrementAndGet();
        return http.send(
                HttpRequest.newBuilder(console.resolve(path))
                        .timeout(PATIENCE)
                        .header("Accept", "text/html,application/json,text/csv,application/pdf")
                        .build(),
                BodyHandlers.ofString());
    }

    /** A desk action; the header shows that it is not another site's form. */
    public CompletableFuture<HttpResponse<String>> post(String path, String json) {
        requests.incrementAndGet();
        return http.sendAsync(
                HttpRequest.newBuilder(console.resolve(path))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .header("X-Fairlead", "1")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The same as another site's form would send it: with this session's cookies, without the header. */
    public HttpResponse<String> postAsAnotherSite(String path, String json) throws IOException, InterruptedException {
        requests.incrementAndGet();
        return http.send(
                HttpRequest.newBuilder(console.resolve(path))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    /** A page's own form, as a browser sends it. */
    public HttpResponse<String> postForm(String path, String type, byte[] body)
            throws IOException, InterruptedException {
        requests.incrementAndGet();
        return http.send(
                HttpRequest.newBuilder(console.resolve(path))
                        .timeout(PATIENCE)
                        .header("Content-Type", type)
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** What a page's own script asks for. */
    public CompletableFuture<HttpResponse<String>> fetch(String path) {
        requests.incrementAndGet();
        return http.sendAsync(
                HttpRequest.newBuilder(console.resolve(path))
                        .timeout(PATIENCE)
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    /** Opens the push with this session's cookies. */
    public CompletableFuture<WebSocket> push(String path, WebSocket.Listener listener) {
        return pushFrom(console.toString(), path, listener);
    }

    /** The same from a page of the given origin. */
    public CompletableFuture<WebSocket> pushFrom(String origin, String path, WebSocket.Listener listener) {
        URI address = URI.create("ws://" + console.getAuthority() + path);
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", cookieHeader())
                .header("Origin", origin)
                .connectTimeout(PATIENCE)
                .buildAsync(address, listener);
    }

    /** How many requests were made since the session began, sign-in not counted. */
    public int requests() {
        return requests.get();
    }

    private String cookieHeader() {
        return cookies.getCookieStore().get(console).stream()
                .map(HttpCookie::toString)
                .collect(Collectors.joining("; "));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Browsers trust the loopback address and send it cookies marked Secure without TLS; the JDK has to be told. */
    private static final class LoopbackCookies extends CookieManager {

        LoopbackCookies() {
            super(null, CookiePolicy.ACCEPT_ALL);
        }

        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            Map<String, List<String>> plain = new HashMap<>(headers);
            plain.replaceAll((name, values) -> name.equalsIgnoreCase("Set-Cookie")
                    ? values.stream()
                            .map(value -> value.replaceAll("(?i);\\s*(secure|version=1)", ""))
                            .toList()
                    : values);
            super.put(uri, plain);
        }
    }
}

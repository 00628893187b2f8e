package org.fairlead.itests.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.fairlead.itests.stack.ConsoleSession;
import org.fairlead.itests.stack.RealmAdmin;
import org.fairlead.itests.stack.SimulatorControl;
import org.fairlead.itests.stack.Stack;
import org.fairlead.itests.whole.WholeStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The doors of the console are tried by those who may not come in: nobody, another site's form, another client's agent. */
@ExtendWith(WholeStack.class)
class DoorsIT {

    private static final String PASSWORD = "door-person";
    private static final int LUMEN = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int POLICY_VIOLATED = 1008;

    private static Stack stack;
    private static Books books;
    private static ForeignThings foreign;
    private static String login;
    private static ConsoleSession agent;
    private static List<String> deskPaths;

    @BeforeAll
    static void begin(Stack running, SimulatorControl control) throws Exception {
        stack = running;
        books = new Books(stack);
        foreign = ForeignThings.of(stack, control);
        Path checkout = Path.of(System.getProperty("fairlead.checkout", "..")).toAbsolutePath();
        deskPaths = new WebSurface(checkout)
                .resources().stream().filter(path -> path.contains(" /desk")).toList();
        login = "doors-" + Integer.toHexString(UUID.randomUUID().hashCode());
        agent = comeIn(login, "agent");
        assertThat(agent.post("/api/desk/open", "{\"session\":\"" + UUID.randomUUID() + "\"}")
                        .join()
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    static void end(SimulatorControl control) throws Exception {
        control.delete("/calls/" + foreign.contact());
    }

    @Test
    void noPathOfTheDeskOpensWithoutASession() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (String path : deskPaths) {
            // when
            HttpResponse<String> answer = nobody(path.substring(0, path.indexOf(' ')), address(path));

            // then
            isSentAway(all, path, answer);
        }
        assertThat(deskPaths).hasSizeGreaterThan(15);
        all.assertAll();
    }

    @Test
    void anotherSitesFormChangesNothing() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (String path :
                deskPaths.stream().filter(one -> one.startsWith("POST")).toList()) {
            // when
            HttpResponse<String> answer = agent.postAsAnotherSite(address(path), "{}");

            // then
            all.assertThat(answer.statusCode()).as(path).isEqualTo(403);
            all.assertThat(answer.body()).as(path).contains("\"header\"");
        }
        all.assertAll();
    }

    @Test
    void whoeverTriesAnotherClientsContactStandsInThatClientsTrail() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (String path : deskPaths.stream()
                .filter(one -> one.startsWith("POST /desk/contacts/{id}/"))
                .toList()) {
            // given
            String body = foreign.in(IsolationIT.bodyOf(path));
            long before = triesInTheTrailOfAnadolu();

            // when
            HttpResponse<String> answer = agent.post(address(path), body).join();

            // then
            all.assertThat(answer.statusCode()).as(path).isEqualTo(404);
            all.assertThat(answer.body()).as(path).doesNotContain(ForeignThings.words());
            all.assertThat(triesInTheTrailOfAnadolu())
                    .as("entries under the contact's client after " + path)
                    .isGreaterThan(before);
        }
        all.assertAll();
    }

    @Test
    void thePushIsSilentForNobodyAndForAnotherSitesPage() throws Exception {
        // given
        CompletableFuture<Integer> closedWith = new CompletableFuture<>();

        // when
        CompletableFuture<WebSocket> nobody = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .connectTimeout(PATIENCE)
                .buildAsync(
                        URI.create("ws://" + stack.console().getAuthority() + "/live?floor"),
                        new WebSocket.Listener() {});
        agent.pushFrom("http://elsewhere.example", "/live?desk=" + UUID.randomUUID(), new Ear(closedWith));

        // then
        assertThatThrownBy(() -> nobody.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        assertThat(closedWith.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(POLICY_VIOLATED);
    }

    @Test
    void thePaymentDoorsOpenToASignatureAlone() throws Exception {
        // when
        HttpResponse<String> forged = nobody("POST", "/payments-told");
        HttpResponse<String> told = nobody("POST", "/messages-told");
        HttpResponse<String> link = nobody("GET", "/pay/AAAA");
        HttpResponse<String> opened = nobody("POST", "/pay/AAAA");

        // then
        assertThat(List.of(forged.statusCode(), told.statusCode())).containsOnly(403);
        assertThat(List.of(link.statusCode(), opened.statusCode())).containsOnly(410);
        assertThat(link.body() + opened.body()).doesNotContain(ForeignThings.words());
    }

    @Test
    void noLinkLogsAnybodyOutAndNobodyIsLoggedOut() throws Exception {
        // when
        HttpResponse<String> link = agent.get("/log-out");
        HttpResponse<String> nobody = nobody("POST", "/log-out");

        // then
        assertThat(link.statusCode()).isEqualTo(405);
        assertThat(agent.get("/api/desk").statusCode()).isEqualTo(200);
        SoftAssertions.assertSoftly(all -> isSentAway(all, "/log-out", nobody));
    }

    @Test
    void whoseAccountWasClosedIsToldSoOnEveryPage() throws Exception {
        // given
        SoftAssertions all = new SoftAssertions();
        String gone = "gone-" + Integer.toHexString(UUID.randomUUID().hashCode());
        ConsoleSession session = comeIn(gone, "supervisor");
        books.change("update person set active = false where login = ?", gone);

        for (String page : List.of(
                "/floor.xhtml",
                "/campaigns.xhtml",
                "/people.xhtml",
                "/clients.xhtml",
                "/portal.xhtml",
                "/scripts.xhtml")) {
            // when
            HttpResponse<String> answer = session.get(page);

            // then
            all.assertThat(answer.statusCode()).as(page).isEqualTo(403);
            all.assertThat(answer.body()).as(page).contains("<main").doesNotContain("???", "Lumen");
        }
        all.assertAll();
    }

    private static ConsoleSession comeIn(String who, String role) throws Exception {
        new RealmAdmin(stack).add(List.of(who), PASSWORD, role);
        books.hire(who, LUMEN);
        ConsoleSession session = new ConsoleSession(stack.console());
        session.logIn(who, PASSWORD, "/");
        return session;
    }

    private static String address(String resource) {
        return foreign.in("/api" + resource.substring(resource.indexOf(' ') + 1).replace("{id}", "{contact}"));
    }

    private static long triesInTheTrailOfAnadolu() throws Exception {
        return books.count(
                "select count(*) from audit_entry where login = ? and client_id = ?", login, ForeignThings.ANADOLU);
    }

    /** To the sign-in form, or away; in no case further. */
    private static void isSentAway(SoftAssertions all, String what, HttpResponse<String> answer) {
        all.assertThat(answer.statusCode()).as(what).isIn(302, 303, 401, 403);
        if (answer.statusCode() / 100 == 3) {
            all.assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as(what)
                    .startsWith(stack.signIn().toString());
        }
    }

    private static HttpResponse<String> nobody(String verb, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(stack.console().resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Fairlead", "1")
                .method(verb, verb.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"))
                .build();
        return HttpClient.newBuilder().followRedirects(Redirect.NEVER).build().send(request, BodyHandlers.ofString());
    }

    /** Hears how a connection ends. */
    private record Ear(CompletableFuture<Integer> closedWith) implements WebSocket.Listener {

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closedWith.complete(status);
            return CompletableFuture.completedFuture(null);
        }
    }
}

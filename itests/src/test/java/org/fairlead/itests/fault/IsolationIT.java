package org.fairlead.itests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** People of one client, in every role, try every page and every REST path with the ids of another client. */
@ExtendWith(WholeStack.class)
class IsolationIT {

    private static final String PASSWORD = "fault-person";
    private static final int LUMEN = 1;
    private static final List<String> ROLES =
            List.of("agent", "supervisor", "account-manager", "bpo-admin", "compliance-officer");

    /** Pages that name something by id: not found, for whoever may open them at all. */
    private static final Map<String, List<String>> PAGES_WITH_IDS = new LinkedHashMap<>(Map.of(
            "/campaign.xhtml",
            List.of("id={campaign}", "id={campaign}&tab=leads", "id={campaign}&tab=attempts"),
            "/set-up.xhtml",
            List.of(
                    "part=CLIENT&of={client}",
                    "part=PROGRAM&of={program}",
                    "part=DISPOSITION&in={program}",
                    "part=MASKING&of={client}/0"),
            "/portal.xhtml",
            List.of("client={client}", "program={program}"),
            "/portal-contacts.xhtml",
            List.of("program={program}", "program={program}&contact={contact}"),
            "/scripts.xhtml",
            List.of("program={program}", "program={program}&version=6")));

    static {
        PAGES_WITH_IDS.put("/campaign-settings.xhtml", List.of("id={campaign}"));
        PAGES_WITH_IDS.put("/clients.xhtml", List.of("id={client}"));
        PAGES_WITH_IDS.put("/desk-panels.xhtml", List.of("contact={contact}"));
        PAGES_WITH_IDS.put("/lead-list.xhtml", List.of("id={list}"));
        PAGES_WITH_IDS.put("/queue.xhtml", List.of("of={queue}"));
        PAGES_WITH_IDS.put(
                "/evidence.xhtml", List.of("client={client}", "client={client}&number=%2B905321110022&j=TR"));
        PAGES_WITH_IDS.put("/knowledge.xhtml", List.of("program={program}", "program={program}&left=en"));
        PAGES_WITH_IDS.put("/forwarding.xhtml", List.of("of={person}"));
        PAGES_WITH_IDS.put("/lead.xhtml", List.of("id={lead}"));
        PAGES_WITH_IDS.put("/pacing.xhtml", List.of("id={campaign}"));
        PAGES_WITH_IDS.put("/desk-debtor.xhtml", List.of("contact={contact}"));
        PAGES_WITH_IDS.put("/placements.xhtml", List.of("of={portfolio}", "placement={placement}"));
        PAGES_WITH_IDS.put("/payments.xhtml", List.of("of={portfolio}"));
        PAGES_WITH_IDS.put("/remittances.xhtml", List.of("of={portfolio}", "remittance={remittance}"));
        PAGES_WITH_IDS.put("/letters.xhtml", List.of("of={portfolio}", "of={portfolio}&edit=LETTER.LETTER.tr"));
        PAGES_WITH_IDS.put("/holds.xhtml", List.of("of={case}"));
        PAGES_WITH_IDS.put("/strategies.xhtml", List.of("of={portfolio}", "of={portfolio}&version=1"));
        PAGES_WITH_IDS.put("/scores.xhtml", List.of("of={portfolio}", "of={portfolio}&version=1"));
        PAGES_WITH_IDS.put("/portfolios.xhtml", List.of("of={portfolio}"));
        PAGES_WITH_IDS.put("/authority.xhtml", List.of("of={portfolio}"));
        PAGES_WITH_IDS.put("/tasks.xhtml", List.of("of={portfolio}", "task={task}"));
        PAGES_WITH_IDS.put(
                "/collection-reports.xhtml", List.of("of={portfolio}", "of={portfolio}&measure=KEPT&part=deniz"));
        PAGES_WITH_IDS.put("/arrangements.xhtml", List.of("of={arrangement}"));
        PAGES_WITH_IDS.put("/rules.xhtml", List.of("client={client}", "client={client}&j=TR"));
    }

    /** Pages that show what is the caller's own, whatever the address says. */
    private static final Map<String, List<String>> PAGES_WITHOUT_IDS = new LinkedHashMap<>(Map.of(
            "/campaigns.xhtml", List.of("", "client={client}"),
            "/collections.xhtml", List.of("", "of={portfolio}"),
            "/compliance.xhtml", List.of(""),
            "/desk.xhtml", List.of("", "contact={contact}"),
            "/floor.xhtml", List.of("", "client={client}"),
            "/lending.xhtml", List.of(""),
            "/people.xhtml", List.of(""),
            "/registers.xhtml", List.of(""),
            "/voicemail.xhtml", List.of("", "contact={contact}"),
            "/wishes.xhtml", List.of("", "client={client}&list={client}&number=%2B905321110022")));

    static {
        PAGES_WITHOUT_IDS.put("/sites.xhtml", List.of(""));
        PAGES_WITHOUT_IDS.put("/debt-law.xhtml", List.of("", "country=TR&on=FIRST", "country=TR&kind=DISPUTE"));
        PAGES_WITHOUT_IDS.put("/line.xhtml", List.of(""));
        PAGES_WITHOUT_IDS.put("/shifts.xhtml", List.of(""));
        PAGES_WITHOUT_IDS.put("/stakes.xhtml", List.of(""));
    }

    /** What is asked of each path that names something by id. */
    private static final Map<String, String> RESOURCES_WITH_IDS = resourcesWithIds();

    /** These show or change what is the caller's own. */
    private static final Set<String> RESOURCES_WITHOUT_IDS = Set.of(
            "GET /health",
            "GET /collections/progress",
            "GET /desk",
            "GET /desk/callbacks",
            "GET /desk/campaigns/halts",
            "POST /desk/keys",
            "POST /desk/open",
            "POST /desk/leave",
            "POST /desk/voice/line",
            "POST /desk/voice/telephone",
            "POST /desk/presence",
            "GET /export/people.csv",
            "GET /floor/agents.csv",
            "GET /floor/pauses.csv");

    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");

    private static Stack stack;
    private static Books books;
    private static ForeignThings foreign;
    private static final Map<String, ConsoleSession> PEOPLE = new LinkedHashMap<>();
    private static final WebSurface SURFACE = new WebSurface(
            Path.of(System.getProperty("fairlead.checkout", "..")).toAbsolutePath());

    private static Map<String, String> resourcesWithIds() {
        Map<String, String> bodies = new LinkedHashMap<>();
        String desk = "POST /desk/contacts/{id}/";
        for (String act : List.of("accept", "refuse", "hang-up", "finishing", "dial")) {
            bodies.put(desk + act, "{}");
        }
        for (String act : List.of("hold", "mute", "record")) {
            bodies.put(desk + act, "{\"on\":true}");
        }
        bodies.put(desk + "keys", "{\"keys\":\"1\"}");
        bodies.put(desk + "transfer", "{\"kind\":\"BLIND\",\"target\":\"lumen-billing\"}");
        bodies.put(desk + "skip", "{\"reason\":\"tried\"}");
        bodies.put(desk + "close", "{\"disposition\":\"NONE\",\"note\":\"\"}");
        bodies.put("GET /desk/contacts/{id}/targets", "");
        bodies.put("POST /desk/callbacks/{id}/dial", "{}");
        bodies.put("POST /desk/callbacks/{id}/give", "{}");
        bodies.put(
                "POST /desk/voice/contacts/{id}",
                "{\"seconds\":1,\"codec\":\"audio/opus\",\"received\":1,\"lost\":0,\"jitterMillis\":1}");
        bodies.put(desk + "script", "{\"read\":[\"greeting\"]}");
        bodies.put(desk + "reveal", "{\"reason\":\"tried\"}");
        bodies.put(desk + "note", "{\"words\":\"tried\"}");
        bodies.put(desk + "debtor/check", "{\"answers\":{\"BIRTH_DATE\":\"1980-01-01\"}}");
        bodies.put(desk + "debtor/promise", "{\"debt\":\"{debt}\",\"amount\":\"1\",\"due\":\"2030-01-01\"}");
        bodies.put(
                desk + "debtor/arrangement",
                "{\"debt\":\"{debt}\",\"amount\":\"1\",\"instalments\":1,\"due\":\"2030-01-01\"}");
        bodies.put(desk + "debtor/card", "{\"debt\":\"{debt}\",\"amount\":\"1\",\"way\":\"KEYPAD\"}");
        bodies.put(desk + "debtor/card-cancel", "{\"debt\":\"{debt}\",\"order\":\"{debt}\"}");
        bodies.put(desk + "debtor/hold", "{\"debt\":\"{debt}\",\"kind\":\"CEASE\",\"reason\":\"tried\"}");
        bodies.put("GET /collections/placements/{placement}/acknowledgement.csv", "");
        bodies.put("GET /collections/placements/{placement}/faults.csv", "");
        bodies.put("GET /collections/placements/{placement}/return.csv", "");
        bodies.put("GET /collections/letters/{letter}.pdf", "");
        bodies.put("GET /collections/nights/{client}", "");
        bodies.put("GET /collections/wordings/{portfolio}/{code}/{channel}/{language}.pdf", "");
        bodies.put("GET /collections/remittances/{remittance}/statement.csv", "");
        bodies.put("GET /collections/reports/{portfolio}/figures.csv", "");
        bodies.put("GET /collections/reports/{portfolio}/rows.csv", "");
        bodies.put("GET /collections/remittances/{remittance}/statement.pdf", "");
        bodies.put("GET /collections/cases/{case}/evidence/{note}", "");
        bodies.put("GET /collections/tasks/{portfolio}/sheet.csv", "");
        bodies.put("POST /campaigns/{campaign}/lists", "phone_number\n+905321110023\n");
        bodies.put("GET /campaigns/lists/{list}/report.csv", "");
        bodies.put("GET /portal/service-level.csv", "");
        bodies.put("GET /portal/contacts.csv", "");
        bodies.put("GET /export/leads.csv", "");
        bodies.put("GET /export/attempts.csv", "");
        bodies.put("GET /export/do-not-call.csv", "");
        bodies.put("GET /export/campaigns.csv", "");
        bodies.put("GET /voicemail/{id}/audio", "");
        bodies.put("POST /floor/agents/{person}/repair", "{}");
        bodies.put("POST /talks/{id}/monitoring", "{\"mode\":\"LISTEN\"}");
        bodies.put("POST /evidence/clients/{client}/consents/{consent}/proof", "%PDF-1.4 tried");
        bodies.put("GET /evidence/clients/{client}/consents/{consent}/proof", "");
        bodies.put("GET /evidence/dossier.json", "");
        bodies.put("GET /evidence/dossier.pdf", "");
        bodies.put("GET /evidence/dossier.zip", "");
        return bodies;
    }

    /** A body that would be fine, had the caller the right to send it. */
    static String bodyOf(String resource) {
        return Objects.requireNonNull(RESOURCES_WITH_IDS.get(resource), resource);
    }

    @BeforeAll
    static void begin(Stack running, SimulatorControl control) throws Exception {
        stack = running;
        books = new Books(stack);
        foreign = ForeignThings.of(stack, control);
        String run = Integer.toHexString(UUID.randomUUID().hashCode());
        for (String role : ROLES) {
            String login = "lumen-" + role + "-" + run;
            new RealmAdmin(stack).add(List.of(login), PASSWORD, role);
            books.hire(login, LUMEN);
            ConsoleSession session = new ConsoleSession(stack.console());
            session.logIn(login, PASSWORD, "/");
            PEOPLE.put(login, session);
            if (role.equals("agent")) {
                String desk = "{\"session\":\"" + UUID.randomUUID() + "\"}";
                assertThat(session.post("/api/desk/open", desk).join().statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @AfterAll
    static void end(SimulatorControl control) throws Exception {
        control.delete("/calls/" + foreign.contact());
    }

    @Test
    void everyPageAndEveryPathIsInTheTablesOfThisTest() throws Exception {
        // then
        List<String> pages = new ArrayList<>(PAGES_WITH_IDS.keySet());
        pages.addAll(PAGES_WITHOUT_IDS.keySet());
        assertThat(SURFACE.pages()).containsExactlyInAnyOrderElementsOf(pages);
        List<String> resources = new ArrayList<>(RESOURCES_WITH_IDS.keySet());
        resources.addAll(RESOURCES_WITHOUT_IDS);
        assertThat(SURFACE.resources().stream().filter(path -> !path.contains(" /v1"))) // IntegrationApiIT tries those
                .containsExactlyInAnyOrderElementsOf(resources);
    }

    @Test
    void pagesThatNameSomethingOfAnotherClientAreNotFound() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (var page : PAGES_WITH_IDS.entrySet()) {
            for (String query : page.getValue()) {
                for (var person : PEOPLE.entrySet()) {
                    // when
                    String path = page.getKey() + "?" + foreign.in(query);
                    long before = refusalsOf(person.getKey());
                    HttpResponse<String> answer = person.getValue().get(path);

                    // then
                    isHidden(all, person.getKey() + " " + path, person.getKey(), before, answer);
                }
            }
        }
        all.assertAll();
    }

    @Test
    void otherPagesShowNothingOfAnotherClient() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (var page : PAGES_WITHOUT_IDS.entrySet()) {
            for (String query : page.getValue()) {
                for (var person : PEOPLE.entrySet()) {
                    // when
                    String path = page.getKey() + "?" + foreign.in(query);
                    HttpResponse<String> answer = person.getValue().get(path);

                    // then
                    all.assertThat(answer.statusCode())
                            .as(person.getKey() + " " + path)
                            .isIn(200, 403, 404);
                    saysNothing(all, person.getKey() + " " + path, answer);
                }
            }
        }
        all.assertAll();
    }

    /** The page asks by its form alone: an officer who does not serve that client asks for it all the same. */
    @Test
    void wishesOfAnotherClientsPeopleAreNotReadThroughTheForm() throws Exception {
        // given
        ConsoleSession officer = PEOPLE.entrySet().stream()
                .filter(person -> person.getKey().startsWith("lumen-compliance-officer"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        String page = officer.get("/wishes.xhtml").body();
        String own = "&jakarta.faces.ViewState=" + found(VIEW_STATE, page) + "&primefaces.nonce=" + found(NONCE, page);

        for (String asked : List.of("{client}", "1")) {
            // when
            String form = "person=person&person%3Alist=" + asked + "&person%3Anumber=%2B905321110022"
                    + "&person%3Alook=person%3Alook" + own;
            HttpResponse<String> answer = officer.postForm(
                    "/wishes.xhtml",
                    "application/x-www-form-urlencoded",
                    foreign.in(form).getBytes(StandardCharsets.UTF_8));

            // then: nothing of the other client's, asked for by its own id or by ours
            SoftAssertions all = new SoftAssertions();
            all.assertThat(answer.body())
                    .as("asked for client " + asked)
                    .doesNotContain("anadolu-form", "anadolu-page", "Anadolu");
            all.assertThat(answer.body().contains("consents-title"))
                    .as("a look happened for client " + asked)
                    .isEqualTo(asked.equals("1"));
            all.assertAll();
        }
    }

    /** What a page's own form must send back. */
    private static String found(Pattern what, String page) {
        Matcher match = what.matcher(page);
        assertThat(match.find()).as(what.pattern()).isTrue();
        return URLEncoder.encode(match.group(1), StandardCharsets.UTF_8);
    }

    @Test
    void pathsThatNameSomethingOfAnotherClientAreNotFound() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (var resource : RESOURCES_WITH_IDS.entrySet()) {
            for (var person : PEOPLE.entrySet()) {
                // when
                String path = address(resource.getKey());
                long before = refusalsOf(person.getKey());
                HttpResponse<String> answer = resource.getKey().startsWith("GET")
                        ? person.getValue().get(path)
                        : person.getValue()
                                .post(path, foreign.in(resource.getValue()))
                                .join();

                // then
                isHidden(all, person.getKey() + " " + resource.getKey(), person.getKey(), before, answer);
            }
        }
        assertThat(books.column("select state from contact where contact_id = ?", foreign.contact()))
                .as("the contact is as it was")
                .isIn(List.of("QUEUED"), List.of("RESERVED"));
        all.assertAll();
    }

    @Test
    void otherPathsShowNothingOfAnotherClient() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (var person : PEOPLE.entrySet()) {
            for (String path : List.of(
                    "/api/desk",
                    "/api/floor/agents.csv",
                    "/api/floor/pauses.csv?day=2026-01-01",
                    "/api/health",
                    "/metrics")) {
                // when
                HttpResponse<String> answer = person.getValue().get(path);

                // then
                saysNothing(all, person.getKey() + " " + path, answer);
            }
        }
        all.assertAll();
    }

    private static String address(String resource) {
        String path = "/api" + resource.substring(resource.indexOf(' ') + 1);
        if (path.startsWith("/api/portal/")) {
            path += "?program={program}";
        } else if (path.endsWith("do-not-call.csv")) {
            path += "?list={client}";
        } else if (path.contains("/dossier.")) {
            path += "?client={client}&number=%2B905321110022";
        } else if (path.endsWith("/campaigns.csv")) {
            path += "?client={client}";
        } else if (path.startsWith("/api/collections/reports/")) {
            path += "?from=2026-01-01&until=2026-01-31&measure=PROMISES";
        } else if (path.startsWith("/api/export/")) {
            path += "?campaign={campaign}";
        }
        return foreign.in(path.replace("{id}", "{contact}"));
    }

    /** 403: the role may not even ask. 404: not there, for those who may; and it is written down who tried. */
    private static void isHidden(
            SoftAssertions all, String what, String login, long before, HttpResponse<String> answer) throws Exception {
        all.assertThat(answer.statusCode()).as(what).isIn(403, 404);
        saysNothing(all, what, answer);
        if (answer.statusCode() != 200) {
            all.assertThat(refusalsOf(login)).as("audit entries of " + what).isGreaterThan(before);
        }
    }

    private static void saysNothing(SoftAssertions all, String what, HttpResponse<String> answer) {
        all.assertThat(answer.body()).as(what).doesNotContain(ForeignThings.words());
    }

    private static long refusalsOf(String login) throws Exception {
        return books.count("select count(*) from audit_entry where login = ?", login);
    }
}

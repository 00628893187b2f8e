package org.fairlead.itests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.fairlead.itests.stack.Await;
import org.fairlead.itests.stack.ConsoleSession;
import org.fairlead.itests.stack.SimulatorControl;
import org.fairlead.itests.stack.Stack;
import org.fairlead.itests.whole.WholeStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lumen Energia's own system at the API: it gets what is its client's, and nothing of another's. */
@ExtendWith(WholeStack.class)
class IntegrationApiIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** What names something by id, with the ids of another client. */
    private static final List<String> WITH_IDS = List.of(
            "GET /v1/clients/{client}",
            "GET /v1/clients/{client}/programmes",
            "GET /v1/programmes/{program}/queues",
            "GET /v1/programmes/{program}/service-level",
            "GET /v1/programmes/{program}/contacts",
            "GET /v1/contacts/{contact}/events",
            "GET /v1/campaigns/{campaign}/lists",
            "POST /v1/campaigns/{campaign}/lists",
            "GET /v1/campaigns/lists/{list}",
            "GET /v1/campaigns/lists/{list}/faults");

    private static final List<String> WITHOUT_IDS =
            List.of("GET /v1/clients", "GET /v1/campaigns", "GET /v1/openapi.json");

    private static Stack stack;
    private static Books books;
    private static ForeignThings foreign;
    private static ServiceAccount account;

    @BeforeAll
    static void begin(Stack running, SimulatorControl control) throws Exception {
        stack = running;
        books = new Books(stack);
        foreign = ForeignThings.of(stack, control);
        account = new ServiceAccount(stack);
    }

    @AfterAll
    static void end(SimulatorControl control) throws Exception {
        control.delete("/calls/" + foreign.contact());
    }

    @Test
    void everyPathOfTheApiIsInTheTablesOfThisTest() throws Exception {
        WebSurface surface = new WebSurface(
                Path.of(System.getProperty("fairlead.checkout", "..")).toAbsolutePath());

        List<String> tried = Stream.concat(WITH_IDS.stream(), WITHOUT_IDS.stream())
                .map(path -> path.replace("{program}", "{programme}"))
                .toList();

        assertThat(surface.resources().stream().filter(path -> path.contains(" /v1")))
                .containsExactlyInAnyOrderElementsOf(tried);
    }

    @Test
    void whatBelongsToAnotherClientIsNotFoundAndTheTryIsAudited() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (String resource : WITH_IDS) {
            // given
            long before = refusals();
            String path = foreign.in("/api" + resource.substring(resource.indexOf(' ') + 1));

            // when
            HttpResponse<String> answer = resource.startsWith("GET")
                    ? account.get(path)
                    : account.post(path, "phone_number\n+905321110023\n");

            // then
            all.assertThat(answer.statusCode()).as(resource).isEqualTo(404);
            all.assertThat(answer.body()).as(resource).doesNotContain(ForeignThings.words());
            all.assertThat(refusals()).as("audit entries of " + resource).isGreaterThan(before);
        }
        all.assertAll();
    }

    @Test
    void listsWhatItsClientHasAndNothingElse() throws Exception {
        JsonNode clients = read(account.get("/api/v1/clients"));
        JsonNode programmes = read(account.get("/api/v1/clients/1/programmes"));
        HttpResponse<String> campaigns = account.get("/api/v1/campaigns");

        assertThat(clients.findValuesAsText("code")).containsExactly("lumen");
        assertThat(programmes.findValuesAsText("code")).contains("lumen-care");
        assertThat(campaigns.statusCode()).isEqualTo(200);
        assertThat(campaigns.body()).doesNotContain(ForeignThings.words());
    }

    @Test
    void todaysContactsComePageByPageAndAddUpToTheServiceLevel(SimulatorControl control) throws Exception {
        // given
        String programme = books.column("select program_id::text from program where code = 'lumen-care'")
                .get(0);
        List<UUID> calls = List.of(
                control.call("+390280001001", "+393331110011", 600),
                control.call("+390280001001", "+393331110012", 600));
        for (UUID call : calls) {
            Await.until(
                    "it is queued",
                    SOON,
                    () -> books.count("select count(*) from contact where call_id = ? and queued_at is not null", call)
                            == 1);
        }

        // when: the client's day of the second call, for midnight may come between the questions
        String day = books.column(
                        "select (offered_at at time zone 'Europe/Rome')::date::text from contact where call_id = ?",
                        calls.get(1))
                .get(0);
        String of = "/api/v1/programmes/" + programme;
        JsonNode level = read(account.get(of + "/service-level?date=" + day));
        JsonNode first = read(account.get(of + "/contacts?most=1&date=" + day));
        JsonNode rest = read(account.get(of + "/contacts?first=1&most=500&date=" + day));
        JsonNode events = read(account.get("/api/v1/contacts/" + calls.get(0) + "/events"));
        for (UUID call : calls) {
            control.delete("/calls/" + call);
        }

        // then
        assertThat(first.path("items")).hasSize(1);
        assertThat(first.path("more").asBoolean()).isTrue();
        assertThat(rest.path("more").asBoolean()).isFalse();
        assertThat(1 + rest.path("items").size())
                .isEqualTo(level.path("offered").asInt());
        assertThat(level.path("formula").asText()).isNotBlank();
        assertThat(events.findValuesAsText("kind")).isNotEmpty();
    }

    @Test
    void uploadsALeadListToACampaignOfItsClient() throws Exception {
        // given
        UUID campaign = UUID.randomUUID();
        books.change(
                "insert into campaign (client_id, campaign_id, program_id, code, name, mode, state, gateway, caller_id, language,"
                        + " skills, country, call_from, call_until, cap_count, cap_days) select 1, ?, program_id, ?, 'Prova',"
                        + " 'PREVIEW', 'PAUSED', 'tirana', '+390280001009', 'it', '{}', 'IT', '09:00', '18:00', 3, 7"
                        + " from program where code = 'lumen-care'",
                campaign,
                "api-" + campaign);

        // when
        HttpResponse<String> answer = account.post(
                "/api/v1/campaigns/" + campaign + "/lists?name=crm.csv&order=header",
                "phone_number;first_name\n+390612345678;Anna\nnot-a-number;Bruno\n");
        String list = read(answer).path("list").asText();
        Await.until("it is read", SOON, () -> !"READING"
                .equals(read(account.get("/api/v1/campaigns/lists/" + list))
                        .path("state")
                        .asText()));

        // then
        JsonNode seen = read(account.get("/api/v1/campaigns/lists/" + list));
        JsonNode faults = read(account.get("/api/v1/campaigns/lists/" + list + "/faults"));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(seen.path("rowsLoaded").asInt()).isEqualTo(1);
        assertThat(seen.path("rowsBad").asInt()).isEqualTo(1);
        assertThat(faults.path("items").get(0).path("line").asInt()).isEqualTo(3);
    }

    @Test
    void nobodyComesInWithoutAToken() throws Exception {
        ConsoleSession agent = new ConsoleSession(stack.console());
        agent.logIn("elif", "fairlead", "/");

        assertThat(account.getWith("", "/api/v1/clients").statusCode()).isEqualTo(401);
        assertThat(account.getWith("Bearer made.up.token", "/api/v1/clients").statusCode())
                .isEqualTo(401);
        assertThat(agent.get("/api/v1/clients").statusCode()).isIn(401, 403);
        assertThat(account.get("/api/desk").statusCode()).isEqualTo(403);
        assertThat(account.get("/api/floor/agents.csv").statusCode()).isEqualTo(403);
    }

    @Test
    void saysWhatToMend() throws Exception {
        String programme = books.column("select program_id::text from program where code = 'lumen-care'")
                .get(0);

        for (String query : List.of("most=0", "most=501", "first=-1", "date=yesterday")) {
            HttpResponse<String> answer = account.get("/api/v1/programmes/" + programme + "/contacts?" + query);

            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(read(answer).path("error").asText()).isEqualTo("malformed");
        }
    }

    @Test
    void anAccountThatIsBoundToNoClientAnyMoreSeesNothing() throws Exception {
        // given
        books.change("update person set active = false where login = ?", ServiceAccount.LOGIN);

        // when
        HttpResponse<String> answer = account.get("/api/v1/clients");
        books.change("update person set active = true where login = ?", ServiceAccount.LOGIN);

        // then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(read(answer).path("error").asText()).isEqualTo("caller.unknown");
    }

    @Test
    void theDescriptionIsOpenToEverybody() throws Exception {
        HttpResponse<String> answer = account.getWith("", "/api/v1/openapi.json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(read(answer).path("openapi").asText()).startsWith("3.");
        assertThat(read(answer).path("paths").properties().stream().map(Map.Entry::getKey))
                .contains("/v1/clients");
    }

    private static JsonNode read(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }

    private static long refusals() throws Exception {
        return books.count("select count(*) from audit_entry where login = ?", ServiceAccount.LOGIN);
    }
}

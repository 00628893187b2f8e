package org.fairlead.itests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fairlead.itests.server.InServer.as;
import static org.fairlead.itests.server.InServer.ask;
import static org.fairlead.itests.server.InServer.facade;

import jakarta.ejb.EJBAccessException;
import jakarta.transaction.UserTransaction;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.naming.InitialContext;
import org.fairlead.agreement.ServiceLevels;
import org.fairlead.agreement.Stakes;
import org.fairlead.agreement.Stakes.Stake;
import org.fairlead.campaign.Campaigns;
import org.fairlead.client.ClientView;
import org.fairlead.client.Clients;
import org.fairlead.client.PersonEdit;
import org.fairlead.client.PersonView;
import org.fairlead.dialer.WhatIf;
import org.fairlead.reporting.Shifts;
import org.fairlead.routing.CallersInLine;
import org.fairlead.routing.Lending;
import org.fairlead.routing.PauseReasons;
import org.fairlead.routing.Presence;
import org.fairlead.routing.QueuePolicies;
import org.fairlead.routing.QueuePolicy;
import org.fairlead.routing.StuckAgents;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The facades in the server, where roles, transactions and client scope are the container's and the database's. */
@ArquillianTest
class FacadesIT {

    private static final String APP = "java:/jdbc/Fairlead";
    private static final String ENGINE = "java:/jdbc/FairleadEngine";
    private static final ClientId LUMEN = new ClientId(1);
    private static final ClientId ANADOLU = new ClientId(2);

    @Deployment
    static WebArchive beside() {
        return InServer.beside("facades-it", FacadesIT.class);
    }

    /** Which roles may call what; all others are refused by the container, whatever a page may show. */
    @Test
    void everyRoleMayCallWhatItMayAndNothingElse() throws Exception {
        Clients clients = facade("ClientsFacade", Clients.class);
        Campaigns campaigns = facade("CampaignDesk", Campaigns.class);
        ServiceLevels levels = facade("ServiceLevelReports", ServiceLevels.class);
        QueuePolicies policies = facade("QueuePolicyDesk", QueuePolicies.class);
        Lending lending = facade("LendingDesk", Lending.class);
        StuckAgents stuck = facade("StuckDesk", StuckAgents.class);
        UUID nothing = UUID.randomUUID();
        Map<String, Callable<?>> calls = new LinkedHashMap<>();
        calls.put("clients", clients::clients);
        calls.put("people", clients::people);
        calls.put("edit", () -> clients.edit(nothing, edit(0, Map.of())));
        calls.put("campaigns", campaigns::campaigns);
        calls.put("start", () -> {
            campaigns.start(nothing);
            return "";
        });
        calls.put("service level", () -> levels.today(nothing));
        calls.put("queue policy", () -> policies.open(nothing));
        calls.put("replay queue", () -> policies.replay(nothing, QueuePolicy.usual(), LocalDate.of(2026, 1, 1), 0));
        calls.put("stuck agents", stuck::now);
        calls.put("repair agent", () -> {
            stuck.repair(nothing);
            return "";
        });
        calls.put("save queue policy", () -> policies.save(nothing, 0, QueuePolicy.usual()));
        calls.put("lend", () -> {
            lending.lend(nothing, nothing, 30, false);
            return "";
        });

        Map<String, List<String>> allowed = allowed(calls);

        assertThat(allowed)
                .containsEntry("clients", InServer.roles().stream().sorted().toList())
                .containsEntry("people", List.of("bpo-admin", "supervisor"))
                .containsEntry("edit", List.of("bpo-admin"))
                .containsEntry("queue policy", List.of("bpo-admin", "supervisor"))
                .containsEntry("stuck agents", List.of("bpo-admin", "supervisor"))
                .containsEntry("repair agent", List.of("bpo-admin", "supervisor"))
                .containsEntry("replay queue", List.of("bpo-admin", "supervisor"))
                .containsEntry("save queue policy", List.of("bpo-admin"))
                .containsEntry("lend", List.of("bpo-admin", "supervisor"))
                .containsEntry(
                        "campaigns",
                        List.of("account-manager", "bpo-admin", "compliance-officer", "integration", "supervisor"))
                .containsEntry("start", List.of("bpo-admin", "supervisor"))
                .containsEntry("service level", List.of("account-manager", "bpo-admin", "integration", "supervisor"));
    }

    private static Map<String, List<String>> allowed(Map<String, Callable<?>> calls) throws Exception {
        Map<String, List<String>> allowed = new TreeMap<>();
        for (var call : calls.entrySet()) {
            List<String> roles = new ArrayList<>();
            for (String role : InServer.roles()) {
                if (mayCall(role, call.getValue())) {
                    roles.add(role);
                }
            }
            allowed.put(call.getKey(), roles.stream().sorted().toList());
        }
        return allowed;
    }

    @Test
    void supervisorsSeeTheFloorsBooksAndAdminsSetThemUp() throws Exception {
        CallersInLine line = facade("InLineDesk", CallersInLine.class);
        PauseReasons pauses = facade("PauseDesk", PauseReasons.class);
        Shifts shifts = facade("ShiftDesk", Shifts.class);
        Stakes stakes = facade("StakeDesk", Stakes.class);
        UUID nothing = UUID.randomUUID();
        Map<String, Callable<?>> calls = new LinkedHashMap<>();
        calls.put("told waits", () -> line.told(7));
        calls.put("callbacks in line", () -> line.wishes(10));
        calls.put("take back a callback", () -> {
            line.cancel(nothing);
            return "";
        });
        calls.put("pauses to choose", pauses::active);
        calls.put("all pauses", pauses::all);
        calls.put("save pause", () -> {
            pauses.save(coffee());
            return "";
        });
        calls.put("shifts", () -> shifts.plan(LocalDate.of(2026, 1, 1)));
        calls.put("remove shift", () -> {
            shifts.remove(ANADOLU, nothing);
            return "";
        });
        calls.put("stakes", stakes::all);

        Map<String, List<String>> allowed = allowed(calls);

        assertThat(allowed)
                .containsEntry("told waits", List.of("bpo-admin", "supervisor"))
                .containsEntry("callbacks in line", List.of("bpo-admin", "supervisor"))
                .containsEntry("take back a callback", List.of("bpo-admin", "supervisor"))
                .containsEntry("pauses to choose", List.of("agent", "bpo-admin", "supervisor"))
                .containsEntry("all pauses", List.of("bpo-admin", "supervisor"))
                .containsEntry("save pause", List.of("bpo-admin"))
                .containsEntry("shifts", List.of("bpo-admin", "supervisor"))
                .containsEntry("remove shift", List.of("bpo-admin", "supervisor"))
                .containsEntry("stakes", List.of("bpo-admin"));
    }

    private static PauseReasons.Reason coffee() {
        return new PauseReasons.Reason(ANADOLU, "not a code", Presence.BREAK, Map.of(), true);
    }

    @Test
    void nothingIsPlannedAskedOrOwedForAClientWhomTheCallerDoesNotServe() throws Exception {
        PauseReasons pauses = facade("PauseDesk", PauseReasons.class);
        Shifts shifts = facade("ShiftDesk", Shifts.class);
        Stakes stakes = facade("StakeDesk", Stakes.class);
        Stake foreign = as("bora", "bpo-admin", stakes::all).stream()
                .filter(each -> each.client().equals(ANADOLU))
                .findFirst()
                .orElseThrow();
        LocalDate day = LocalDate.of(2026, 1, 1);
        UUID elif = UUID.fromString(ask(ENGINE, "select person_id::text from person where login = 'elif'"));
        UUID deniz = UUID.fromString(ask(ENGINE, "select person_id::text from person where login = 'deniz'"));
        UUID span = as("bora", "bpo-admin", () -> planned(shifts, elif, day));

        List<Callable<?>> tries = List.of(
                () -> {
                    pauses.save(coffee());
                    return "";
                },
                () -> {
                    stakes.save(foreign, foreign);
                    return "";
                },
                () -> {
                    shifts.remove(ANADOLU, span);
                    return "";
                },
                // as if it were the own client's
                () -> {
                    shifts.remove(LUMEN, span);
                    return "";
                },
                // elif serves both clients, deniz only the other
                () -> planned(shifts, elif, day.plusDays(1)),
                () -> {
                    shifts.add(LUMEN, deniz, Shifts.Kind.WORK, day, LocalTime.of(9, 0), LocalTime.of(17, 0));
                    return "";
                });

        for (Callable<?> each : tries) {
            assertThatThrownBy(() -> as("giulia", "bpo-admin", each)).isInstanceOf(NotFound.class);
        }
        assertThat(as("giulia", "bpo-admin", stakes::all))
                .extracting(Stake::client)
                .containsOnly(LUMEN);
        assertThat(as("bora", "bpo-admin", () -> shifts.plan(day)))
                .extracting(Shifts.Span::id)
                .contains(span);
        assertThat(as("bora", "bpo-admin", () -> shifts.plan(day.plusDays(1)))).isEmpty();
        as("bora", "bpo-admin", () -> {
            shifts.remove(ANADOLU, span);
            return "";
        });
        assertThat(as("bora", "bpo-admin", () -> shifts.plan(day))).isEmpty();
    }

    private static UUID planned(Shifts shifts, UUID person, LocalDate day) {
        shifts.add(ANADOLU, person, Shifts.Kind.WORK, day, LocalTime.of(9, 0), LocalTime.of(17, 0));
        return shifts.plan(day).stream()
                .filter(each -> each.person().equals(person))
                .map(Shifts.Span::id)
                .findFirst()
                .orElseThrow();
    }

    /** The same asked by who serves the client is answered: it is the scope that says no, not what is asked. */
    @Test
    void noDayIsPlayedAndNoHourPlayedAgainOfAClientWhomTheCallerDoesNotServe() throws Exception {
        WhatIf whatIf = facade("WhatIfDesk", WhatIf.class);
        QueuePolicies policies = facade("QueuePolicyDesk", QueuePolicies.class);
        UUID campaign =
                UUID.fromString(ask(ENGINE, "select campaign_id::text from campaign where code = 'anadolu-early'"));
        UUID queue = UUID.fromString(ask(ENGINE, "select queue_id::text from queue where code = 'anadolu-support'"));
        LocalDate day = LocalDate.of(2026, 11, 20);
        List<Callable<?>> tries = List.of(
                () -> whatIf.lastDay(campaign),
                () -> policies.open(queue),
                () -> policies.replay(queue, QueuePolicy.usual(), day, 9));

        for (Callable<?> each : tries) {
            assertThat(as("bora", "bpo-admin", each)).isNotNull();
            assertThatThrownBy(() -> as("giulia", "bpo-admin", each)).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void aCallbackOfAnotherClientIsNotFoundAndTheTryIsInTheTrail() throws Exception {
        CallersInLine line = facade("InLineDesk", CallersInLine.class);
        UUID foreign = UUID.fromString(ask(
                ENGINE,
                "insert into line_callback (client_id, callback_id, asked_in, queue_id, program_id, number, language,"
                        + " caller_id, asked_at) select client_id, gen_random_uuid(), gen_random_uuid(), queue_id, program_id,"
                        + " '+905321112233', 'tr', '+908502001001', now() from queue where code = 'anadolu-support'"
                        + " returning callback_id::text"));
        String refusals = "select count(*) from audit_entry where login = 'giulia' and action = 'refused.not-found'"
                + " and detail ->> 'what' = 'contact ' || ?";
        Callable<?> cancel = () -> {
            line.cancel(foreign);
            return "";
        };

        assertThatThrownBy(() -> as("giulia", "supervisor", cancel)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as("sena", "supervisor", cancel))
                .isInstanceOf(Refused.class)
                .extracting(refused -> ((Refused) refused).key())
                .isEqualTo("floor.line.over");

        assertThat(ask(ENGINE, refusals, foreign.toString())).isEqualTo("1");
    }

    @Test
    void nobodyAtAllMayCallNothing() throws Exception {
        Clients clients = facade("ClientsFacade", Clients.class);

        assertThatThrownBy(clients::clients).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> as("nobody-of-ours", "agent", clients::clients))
                .isInstanceOf(Refused.class)
                .extracting(refused -> ((Refused) refused).key())
                .isEqualTo("caller.unknown");
    }

    @Test
    void theScopeIsSetInTheTransactionOfTheDatabaseAndEndsWithIt() throws Exception {
        Clients clients = facade("ClientsFacade", Clients.class);
        UserTransaction transaction = transaction();

        transaction.begin();
        List<ClientView> seen = as("giulia", "account-manager", clients::clients);
        String scope = ask(APP, "select current_setting('fairlead.clients', true)");
        String programs = ask(APP, "select string_agg(distinct client_id::text, ',') from program");
        transaction.commit();
        String after = ask(APP, "select count(*) from program");

        assertThat(seen).extracting(ClientView::code).containsExactly("lumen");
        assertThat(scope).isEqualTo("{1}");
        assertThat(programs).as("the database shows these clients' rows").isEqualTo("1");
        assertThat(after).as("no scope, no rows").isEqualTo("0");
    }

    @Test
    void anotherClientIsNotFoundAndTheTryStaysInTheTrailThoughItsTransactionIsRolledBack() throws Exception {
        Clients clients = facade("ClientsFacade", Clients.class);
        String refusals = "select count(*) from audit_entry where login = 'giulia' and action = 'refused.not-found'";
        long before = Long.parseLong(ask(ENGINE, refusals));

        assertThatThrownBy(() -> as("giulia", "account-manager", () -> clients.client(ANADOLU)))
                .isInstanceOf(NotFound.class);

        assertThat(Long.parseLong(ask(ENGINE, refusals))).isEqualTo(before + 1);
    }

    @Test
    void aTransactionThatIsRolledBackLeavesNothingBehind() throws Exception {
        Clients clients = facade("ClientsFacade", Clients.class);
        UUID arben = UUID.fromString(ask(ENGINE, "select person_id::text from person where login = 'arben'"));
        String skills =
                "select string_agg(skill || proficiency, ',' order by skill) from person_skill where person_id = ?";
        String entries = "select count(*) from audit_entry";
        String skillsBefore = ask(ENGINE, skills, arben);
        String entriesBefore = ask(ENGINE, entries);
        int version = as("bora", "bpo-admin", () -> clients.person(arben)).version();
        UserTransaction transaction = transaction();

        transaction.begin();
        PersonView edited = as("bora", "bpo-admin", () -> clients.edit(arben, edit(version, Map.of("juggling", 5))));
        transaction.rollback();

        assertThat(edited.skills()).containsKey("juggling");
        assertThat(ask(ENGINE, skills, arben)).isEqualTo(skillsBefore);
        assertThat(ask(ENGINE, entries))
                .as("what did not happen is not in the trail")
                .isEqualTo(entriesBefore);
    }

    private static PersonEdit edit(int version, Map<String, Integer> skills) {
        return new PersonEdit(version, "Arben Hoxha", 3, "en", "agent", true, skills, Set.of(new ClientId(1)));
    }

    private static boolean mayCall(String role, Callable<?> call) throws Exception {
        try {
            as("sena", role, call);
            return true;
        } catch (EJBAccessException refused) {
            return false;
        } catch (NotFound | Refused onlyNotThereOrNotSo) {
            return true;
        }
    }

    private static UserTransaction transaction() throws Exception {
        return (UserTransaction) new InitialContext().lookup("java:comp/UserTransaction");
    }
}

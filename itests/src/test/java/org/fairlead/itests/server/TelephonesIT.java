package org.fairlead.itests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fairlead.itests.server.InServer.as;
import static org.fairlead.itests.server.InServer.ask;
import static org.fairlead.itests.server.InServer.facade;

import jakarta.ejb.EJBAccessException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.fairlead.routing.VoiceLines;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.telephony.DeskTelephones;
import org.fairlead.telephony.DeskTelephones.Account;
import org.fairlead.telephony.DeskTelephones.Credentials;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Desk telephones in the server: who may give them and to whom, who chooses, and what is left of a password. */
@ArquillianTest
class TelephonesIT {

    private static final String ENGINE = "java:/jdbc/FairleadEngine";
    private static final String ADMIN = "bpo-admin";

    @Deployment
    static WebArchive beside() {
        return InServer.beside("telephones-it", TelephonesIT.class);
    }

    @Test
    void everyRoleMayCallWhatItMayAndNothingElse() throws Exception {
        DeskTelephones telephones = facade("TelephoneDesk", DeskTelephones.class);
        VoiceLines lines = facade("VoiceLineDesk", VoiceLines.class);
        UUID nobody = UUID.randomUUID();
        Map<String, Callable<?>> calls = new LinkedHashMap<>();
        calls.put("see", () -> telephones.of(nobody));
        calls.put("give", () -> telephones.issue(nobody));
        calls.put("take away", () -> {
            telephones.revoke(nobody);
            return "";
        });
        calls.put("have", telephones::mine);
        calls.put("choose", () -> {
            telephones.choose(true, true);
            return "";
        });
        calls.put("line", () -> lines.open("no-session", false));

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

        assertThat(allowed)
                .containsEntry("see", List.of("bpo-admin", "supervisor"))
                .containsEntry("give", List.of("bpo-admin"))
                .containsEntry("take away", List.of("bpo-admin"))
                .containsEntry("have", List.of("agent"))
                .containsEntry("choose", List.of("agent"))
                .containsEntry("line", List.of("agent"));
    }

    /** Giulia serves Lumen alone: Besa serves it too, Deniz does not. */
    @Test
    void whoServesOnlyAClientSeesItsPeoplesTelephonesAndGivesNone() throws Exception {
        DeskTelephones telephones = facade("TelephoneDesk", DeskTelephones.class);
        UUID besa = person("besa");
        UUID deniz = person("deniz");

        assertThat(as("giulia", ADMIN, () -> telephones.of(besa))).isEmpty();
        assertThatThrownBy(() -> as("giulia", ADMIN, () -> telephones.of(deniz)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as("giulia", ADMIN, () -> telephones.issue(besa)))
                .isInstanceOf(Refused.class)
                .extracting(refused -> ((Refused) refused).key())
                .isEqualTo("telephone.outsourcer");
        assertThatThrownBy(() -> as("giulia", ADMIN, () -> telephones.issue(deniz)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as("giulia", ADMIN, () -> {
                    telephones.revoke(besa);
                    return "";
                }))
                .isInstanceOf(Refused.class);

        assertThat(ask(ENGINE, "select count(*) from desk_telephone where person_id in (?, ?)", besa, deniz))
                .isEqualTo("0");
        assertThat(ask(ENGINE, "select count(*) from audit_entry where login = 'giulia' and action like 'telephone.%'"))
                .isEqualTo("0");
    }

    @Test
    void aPasswordIsSeenOnceAndKeptNowhereAndEachStepIsInTheTrail() throws Exception {
        DeskTelephones telephones = facade("TelephoneDesk", DeskTelephones.class);
        UUID arben = person("arben");

        Credentials first = as("bora", ADMIN, () -> telephones.issue(arben));
        Credentials second = as("bora", ADMIN, () -> telephones.issue(arben));
        as("arben", "agent", () -> {
            telephones.choose(true, false);
            return "";
        });

        assertThat(second.account()).isEqualTo(first.account());
        assertThat(second.password()).hasSize(20).isNotEqualTo(first.password());
        assertThat(first).asString().doesNotContain(first.password());
        assertThat(as("arben", "agent", telephones::mine))
                .get()
                .satisfies(mine -> assertThat(mine.chosen()).isTrue())
                .extracting(Account::account)
                .isEqualTo(first.account());
        for (String password : List.of(first.password(), second.password())) {
            for (String table : List.of("desk_telephone", "audit_entry", "engine_command")) {
                assertThat(ask(
                                ENGINE,
                                "select count(*) from " + table + " t where t::text like ?",
                                "%" + password + "%"))
                        .as("what is left of it in " + table)
                        .isEqualTo("0");
            }
        }

        as("bora", ADMIN, () -> {
            telephones.revoke(arben);
            return "";
        });

        assertThat(as("arben", "agent", telephones::mine)).isEmpty();
        assertThatThrownBy(() -> as("arben", "agent", () -> {
                    telephones.choose(true, true);
                    return "";
                }))
                .isInstanceOf(Refused.class);
        assertThat(ask(
                        ENGINE,
                        "select string_agg(login || ' ' || action, ', ' order by position) from audit_entry"
                                + " where action like 'telephone.%' and subject = 'person arben'"))
                .isEqualTo(
                        "bora telephone.issued, bora telephone.issued, arben telephone.chosen, bora telephone.revoked");
    }

    private static UUID person(String login) throws Exception {
        return UUID.fromString(ask(ENGINE, "select person_id::text from person where login = ?", login));
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
}

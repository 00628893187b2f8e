package org.fairlead.client.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fairlead.client.PersonEdit;
import org.fairlead.shared.ClientId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonEditPolicyTest {

    private static final UUID ADMIN = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final ClientId ONE = new ClientId(1);
    private static final ClientId TWO = new ClientId(2);
    private static final Set<ClientId> SCOPE = Set.of(ClientId.OUTSOURCER, ONE);

    @ParameterizedTest
    @ValueSource(strings = {"billing", "lang:it", "lang:pt-br", "late-collections", "cards2"})
    void takesSkillsInPlainWords(String skill) {
        var objection = PersonEditPolicy.objection(ADMIN, SCOPE, OTHER, edit(Map.of(skill, 3), Set.of(ONE)));

        assertThat(objection).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Billing", "lang:", ":it", "two words", "<b>", "a:b:c", "lang:it\n"})
    void refusesOtherSkillNames(String skill) {
        var objection = PersonEditPolicy.objection(ADMIN, SCOPE, OTHER, edit(Map.of(skill, 3), Set.of(ONE)));

        assertThat(objection).contains("person.skill");
    }

    @Property
    void takesProficienciesFromOneToFiveOnly(@ForAll @IntRange(min = -3, max = 9) int proficiency) {
        var objection =
                PersonEditPolicy.objection(ADMIN, SCOPE, OTHER, edit(Map.of("billing", proficiency), Set.of(ONE)));

        assertThat(objection.isEmpty()).isEqualTo(proficiency >= 1 && proficiency <= 5);
    }

    @Test
    void refusesAClientThatTheAdminDoesNotServe() {
        var objection = PersonEditPolicy.objection(ADMIN, SCOPE, OTHER, edit(Map.of(), Set.of(ONE, TWO)));

        assertThat(objection).contains("person.client");
    }

    @Test
    void refusesAdminsWhoWouldLockThemselvesOut() {
        var inactive = new PersonEdit(0, "Elif", 1, "tr", null, false, Map.of(), SCOPE);
        var withoutOutsourcer = edit(Map.of(), Set.of(ONE));

        assertThat(PersonEditPolicy.objection(ADMIN, SCOPE, ADMIN, inactive)).contains("person.self");
        assertThat(PersonEditPolicy.objection(ADMIN, SCOPE, ADMIN, withoutOutsourcer))
                .contains("person.self");
        assertThat(PersonEditPolicy.objection(ADMIN, SCOPE, OTHER, inactive)).isEmpty();
    }

    private static PersonEdit edit(Map<String, Integer> skills, Set<ClientId> clients) {
        return new PersonEdit(0, "Elif", 1, "tr", null, true, skills, clients);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trunk", "udp", "ws", "wss", "global", "system", "anonymous"})
    void namesOfTheTelephonyEnginesAreNobodysLogIn(String name) {
        assertThat(PersonEditPolicy.isLogin(name)).isTrue();
        assertThat(PersonEditPolicy.isReserved(name)).isTrue();
        assertThat(PersonEditPolicy.isReserved(name + ".k")).isFalse();
    }
}

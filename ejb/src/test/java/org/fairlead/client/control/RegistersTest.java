package org.fairlead.client.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fairlead.client.BrandView;
import org.fairlead.client.ClientView;
import org.fairlead.client.DispositionView;
import org.fairlead.client.PeopleQuery;
import org.fairlead.client.PersonChanged;
import org.fairlead.client.PersonEdit;
import org.fairlead.client.PersonView;
import org.fairlead.client.ProgramView;
import org.fairlead.client.QueueView;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.testing.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients and people as each kind of caller finds them in the demo data. */
@Tag("database")
class RegistersTest {

    private static final ClientId LUMEN = new ClientId(1);
    private static final ClientId ANADOLU = new ClientId(2);
    private static final UUID LUMEN_CARE = UUID.fromString("01970000-0002-7000-8000-000000000101");
    private static final UUID ANADOLU_CARDS = UUID.fromString("01970000-0002-7000-8000-000000000201");
    private static final UUID ELIF = UUID.fromString("01970000-0005-7000-8000-000000000001");
    private static final UUID BESA = UUID.fromString("01970000-0005-7000-8000-000000000003");
    private static final UUID MARICEL = UUID.fromString("01970000-0005-7000-8000-000000000006");
    private static final UUID BORA = UUID.fromString("01970000-0005-7000-8000-000000000011");

    private static ScopedDatabase database;

    @BeforeAll
    static void open() {
        database = new ScopedDatabase();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void listsTheCallersClientsWithoutTheOutsourcer() throws Exception {
        var elifs = database.as("elif", beans -> beans.get(ClientRegister.class).clients());
        var senas = database.as("sena", beans -> beans.get(ClientRegister.class).clients());

        assertThat(elifs).extracting(ClientView::name).containsExactly("Anadolu Kart", "Lumen Energia");
        assertThat(senas).hasSize(3);
    }

    @Test
    void showsAProgramWithItsBrandAndLanguages() throws Exception {
        ProgramView program = database.as(
                "giulia",
                beans -> beans.get(ClientRegister.class).program(LUMEN_CARE).view());

        assertThat(program.languages()).containsExactly("it", "en");
        assertThat(program.kind()).isEqualTo(ProgramView.Kind.SUPPORT);
        assertThat(program.brand())
                .extracting(BrandView::mark, BrandView::accent)
                .containsExactly("L", "#0b7a5b");
    }

    @Test
    void hidesWhatBelongsToAnotherClient() {
        assertThatThrownBy(() -> database.as(
                        "giulia", beans -> beans.get(ClientRegister.class).client(ANADOLU)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> database.as(
                        "giulia", beans -> beans.get(ClientRegister.class).queues(ANADOLU_CARDS)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> database.as(
                        "giulia", beans -> beans.get(ClientRegister.class).dispositions(ANADOLU_CARDS, "tr")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void listsQueuesWithSkillsAndNumbers() throws Exception {
        var queues =
                database.as("arben", beans -> beans.get(ClientRegister.class).queues(LUMEN_CARE));

        QueueView billing = queues.get(0);
        assertThat(billing.code()).isEqualTo("lumen-billing");
        assertThat(billing.skills()).isEqualTo(Map.of("lang:it", 2, "billing", 1));
        assertThat(billing.numbers()).extracting(QueueView.NumberView::number).containsExactly("+390280001001");
    }

    @Test
    void namesDispositionsInTheWantedLanguageElseInTheProgramsFirst() throws Exception {
        var english =
                database.as("arben", beans -> beans.get(ClientRegister.class).dispositions(LUMEN_CARE, "en"));
        var russian =
                database.as("arben", beans -> beans.get(ClientRegister.class).dispositions(LUMEN_CARE, "ru"));

        assertThat(english).extracting(DispositionView::name).startsWith("Corrected, rebill", "Photo accepted, rebill");
        assertThat(russian.get(5).name()).isEqualTo("Reclamo");
        assertThat(english).extracting(DispositionView::digit).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void showsPeopleWhoServeACallersClient() throws Exception {
        var all = database.as("bora", beans -> beans.get(PeopleRegister.class).people());
        var giulias =
                database.as("giulia", beans -> beans.get(PeopleRegister.class).people());

        // not their number: another test of this class makes a person
        assertThat(all)
                .extracting(PersonView::login)
                .contains(
                        "elif", "arben", "besa", "deniz", "olga", "maricel", "sena", "giulia", "selin", "nora", "bora");
        assertThat(giulias)
                .extracting(PersonView::login)
                .contains("elif", "arben", "besa")
                .doesNotContain("maricel");
        assertThat(giulias).allSatisfy(person -> assertThat(person.clients()).containsOnly(LUMEN));
        assertThatThrownBy(() -> database.as(
                        "giulia", beans -> beans.get(PeopleRegister.class).person(MARICEL)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void filtersOrdersAndPagesPeopleInTheDatabase() throws Exception {
        var izmirOfAnadolu = logins("bora", new PeopleQuery(null, Set.of(), "izmir", ANADOLU, "login", true, "tr"));
        var byLetters = logins("bora", query("ELİF"));
        var bySkill = logins("bora", query("lang:ru"));
        var byWords = logins("bora", new PeopleQuery("Rusça", Set.of("lang:ru"), null, null, null, false, "tr"));
        var noWildcard = logins("bora", query("%"));

        assertThat(izmirOfAnadolu).containsExactly("sena", "selin", "olga", "elif", "deniz", "bora");
        assertThat(byLetters).containsExactly("elif");
        assertThat(bySkill).containsExactly("olga");
        assertThat(byWords).containsExactly("olga");
        assertThat(noWildcard).isEmpty();
    }

    @Test
    void countsAndPagesNoMoreThanTheCallerMaySee() throws Exception {
        var all = query("");

        int seen =
                database.as("giulia", beans -> beans.get(PeopleRegister.class).count(all));
        var pages = database.as("giulia", beans -> {
            var people = beans.get(PeopleRegister.class);
            return Stream.of(people.people(all, 0, 2), people.people(all, 2, 100))
                    .flatMap(List::stream)
                    .map(PersonView::login)
                    .toList();
        });
        var unpaged =
                database.as("giulia", beans -> beans.get(PeopleRegister.class).people());
        var ofAnother = logins("giulia", new PeopleQuery(null, Set.of(), null, ANADOLU, null, false, "it"));

        assertThat(pages).hasSize(seen).doesNotHaveDuplicates().doesNotContain("maricel");
        assertThat(pages)
                .containsExactlyInAnyOrderElementsOf(
                        unpaged.stream().map(PersonView::login).toList());
        assertThat(ofAnother).isEmpty();
    }

    private static PeopleQuery query(String search) {
        return new PeopleQuery(search, Set.of(), null, null, null, false, "en");
    }

    private static List<String> logins(String reader, PeopleQuery query) throws Exception {
        return database.as(reader, beans -> beans.get(PeopleRegister.class).people(query, 0, 100).stream()
                .map(PersonView::login)
                .toList());
    }

    @Test
    void editsAPersonAndAuditsTheDifference() throws Exception {
        PersonEdit edit = edited(BESA, true, Map.of("lang:it", 5, "sales", 3), Set.of(LUMEN, ANADOLU));

        database.as("bora", beans -> beans.get(EditPerson.class).edit(BESA, edit));

        PersonView besa = database.as(
                "bora", beans -> beans.get(PeopleRegister.class).person(BESA).view());
        assertThat(besa.skills()).isEqualTo(Map.of("lang:it", 5, "sales", 3));
        assertThat(besa.clients()).containsExactlyInAnyOrder(LUMEN, ANADOLU);
        assertThat(database.audit().entries())
                .anyMatch(entry -> entry.startsWith("0 person.edited person besa {clients="));
        assertThat(database.event().fired().toString()).contains(new PersonChanged(BESA).toString());
    }

    @Test
    void refusesAnEditThatWouldLockTheAdminOut() throws Exception {
        PersonEdit edit = edited(BORA, false, Map.of(), Set.of());

        assertThatThrownBy(() ->
                        database.as("bora", beans -> beans.get(EditPerson.class).edit(BORA, edit)))
                .isInstanceOf(Refused.class)
                .hasMessage("person.self");
    }

    @Test
    void leavesAnEditWithoutEffectWhereTheDatabaseSaysNo() throws Exception {
        PersonView before = database.as(
                "bora", beans -> beans.get(PeopleRegister.class).person(ELIF).view());
        PersonEdit edit = edited(ELIF, false, before.skills(), Set.of(LUMEN));

        assertThatThrownBy(() -> database.as(
                        "giulia", beans -> beans.get(EditPerson.class).edit(ELIF, edit)))
                .isInstanceOf(Exception.class);

        PersonView after = database.as(
                "bora", beans -> beans.get(PeopleRegister.class).person(ELIF).view());
        assertThat(after).isEqualTo(before);
    }

    @Test
    void tellsTheSecondOfTwoAdminsInsteadOfOverwritingTheFirst() throws Exception {
        PersonEdit first = edited(MARICEL, true, Map.of("lang:en", 5), Set.of(new ClientId(3)));
        PersonEdit second = edited(MARICEL, false, Map.of(), Set.of());
        database.as("bora", beans -> beans.get(EditPerson.class).edit(MARICEL, first));

        assertThatThrownBy(() ->
                        database.as("bora", beans -> beans.get(EditPerson.class).edit(MARICEL, second)))
                .isInstanceOf(Refused.class)
                .hasMessage("setup.changed");
    }

    @Test
    void makesAPersonOnceUnderALogin() throws Exception {
        PersonEdit edit =
                new PersonEdit(0, "Ana Cruz", 1, "en", "agent", true, Map.of("lang:en", 4), Set.of(new ClientId(3)));

        PersonView made =
                database.as("bora", beans -> beans.get(EditPerson.class).create("ana", edit));

        assertThat(made).extracting(PersonView::name, PersonView::role).containsExactly("Ana Cruz", "agent");
        assertThatThrownBy(() ->
                        database.as("bora", beans -> beans.get(EditPerson.class).create("ana", edit)))
                .hasMessage("person.login-taken");
        assertThatThrownBy(() ->
                        database.as("bora", beans -> beans.get(EditPerson.class).create("Ana B", edit)))
                .hasMessage("person.login");
        assertThatThrownBy(() -> database.as(
                        "giulia", beans -> beans.get(EditPerson.class).create("eve", edit)))
                .hasMessage("person.client");
        database.engine("update person set active = false where login = 'ana'");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, tr, person.name",
                "'  ', tr, person.name",
                "Besa, -, person.language",
                "Besa, '', person.language"
            })
    void refusesAPersonWithoutNameOrLanguageAndKeepsWhatWas(
            @Nullable String name, @Nullable String language, String reason) throws Exception {
        PersonView before = database.as(
                "bora", beans -> beans.get(PeopleRegister.class).person(BESA).view());
        PersonEdit edit = nameless(before.version(), name, language);
        PersonEdit fresh = nameless(0, name, language);

        assertThatThrownBy(() ->
                        database.as("bora", beans -> beans.get(EditPerson.class).edit(BESA, edit)))
                .isInstanceOf(Refused.class)
                .hasMessage(reason);
        assertThatThrownBy(() ->
                        database.as("bora", beans -> beans.get(EditPerson.class).create("nobody", fresh)))
                .isInstanceOf(Refused.class)
                .hasMessage(reason);

        PersonView after = database.as(
                "bora", beans -> beans.get(PeopleRegister.class).person(BESA).view());
        assertThat(after).isEqualTo(before);
        assertThat(logins("bora", query("nobody"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, person.login-blank", "' ', person.login-blank", "Ana B, person.login", "a, person.login"})
    void refusesAPersonWithoutALogin(@Nullable String login, String reason) throws Exception {
        PersonEdit edit = nameless(0, "Somebody New", "en");

        assertThatThrownBy(() ->
                        database.as("bora", beans -> beans.get(EditPerson.class).create(login, edit)))
                .isInstanceOf(Refused.class)
                .hasMessage(reason);

        assertThat(logins("bora", query("Somebody New"))).isEmpty();
    }

    private static PersonEdit nameless(int version, @Nullable String name, @Nullable String language) {
        return new PersonEdit(version, name, 1, language, "agent", true, Map.of(), Set.of(LUMEN));
    }

    private static PersonEdit edited(UUID id, boolean active, Map<String, Integer> skills, Set<ClientId> clients)
            throws Exception {
        PersonView now = database.as(
                "bora", beans -> beans.get(PeopleRegister.class).person(id).view());
        return new PersonEdit(
                now.version(), now.name(), now.site().id(), now.language(), now.role(), active, skills, clients);
    }
}

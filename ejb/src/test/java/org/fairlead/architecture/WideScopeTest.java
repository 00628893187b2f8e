package org.fairlead.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.Resource;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Schedule;
import jakarta.ejb.Schedules;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fairlead.security.AllClients;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.SystemScope;
import org.junit.jupiter.api.Test;

/**
 * Who works beyond the clients of a caller. The lists are short and written down here, so that they cannot grow
 * unnoticed: whoever adds a name says in the commit why no narrower way will do.
 */
class WideScopeTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.fairlead");

    /** Sees every client's rows: the qualifier's own producer, and these. */
    private static final Set<String> ALL_CLIENTS = Set.of(
            "org.fairlead.security.control.DataSources",
            "org.fairlead.agreement.control.FollowedLevels",
            // What a miss costs is compared across clients: that is its purpose.
            "org.fairlead.agreement.boundary.PriceClock",
            "org.fairlead.reporting.control.ComposeFloor",
            "org.fairlead.reporting.control.CountSeconds",
            // Which campaigns run, and which lists and attempts a dead server left open: the work on them is scoped.
            "org.fairlead.campaign.boundary.UploadStart",
            // Which clients have debts: the night's work on them is scoped.
            "org.fairlead.collections.boundary.NightClock",
            // Holds a lock of the database's as long as a night takes, outside of any transaction; reads no row.
            "org.fairlead.collections.boundary.NightTurn",
            // Which clients have messages whose days are over: their deletion is scoped.
            "org.fairlead.contact.boundary.MessageClock",
            "org.fairlead.dialer.boundary.DialerClock",
            // Which clients have calls under way, when a register or an entry binds them all.
            "org.fairlead.dialer.boundary.StopDials",
            // Sites' trunks belong to no client, and their passwords are read for the gateways alone.
            "org.fairlead.telephony.control.AllTrunks",
            // Nor do people's telephones; their digests are read for the gateways alone.
            "org.fairlead.telephony.control.AllTelephones",
            "org.fairlead.routing.boundary.EngineOwner",
            // Makes months ahead and takes old commands away, in the tables of all clients.
            "org.fairlead.routing.boundary.UpkeepTimer");

    /** Enters a scope that no caller has: the interface's own implementation, and these. */
    private static final Set<String> SYSTEM_SCOPE = Set.of(
            "org.fairlead.security.control.TransactionScope",
            // A list is read on after its uploader has gone.
            "org.fairlead.campaign.boundary.UploadJournal",
            "org.fairlead.campaign.boundary.UploadReader",
            // Debts earn interest and promises end when a day begins, whoever is logged in.
            // Messages go when their days are over, whoever is logged in.
            "org.fairlead.contact.boundary.MessageTidying",
            "org.fairlead.collections.boundary.NightChunks",
            // A debtor opens a signed link, a provider tells: nobody is logged in, the signature names the client.
            "org.fairlead.collections.boundary.CardDesk",
            "org.fairlead.collections.boundary.DeliveryDesk",
            // A wrap-up that ends by itself has nobody at the desk.
            "org.fairlead.script.boundary.OmissionKeeping",
            // Attempts are made by the clock, and ended by the engine.
            "org.fairlead.dialer.boundary.DialRound");

    /** Session beans that callers reach without a client scope of their own, each because it needs none or all. */
    private static final Set<String> WITHOUT_SCOPE = Set.of(
            "org.fairlead.security.boundary.AuditTrail",
            // Called by the clock, the engine and the upload's own thread, never by a person's request.
            "org.fairlead.campaign.boundary.UploadJournal",
            "org.fairlead.campaign.boundary.UploadReader",
            "org.fairlead.contact.boundary.MessageTidying",
            "org.fairlead.collections.boundary.NightChunks",
            // Nobody logs in there; it enters the scope of the one client that a signature names.
            "org.fairlead.collections.boundary.CardDesk",
            "org.fairlead.collections.boundary.DeliveryDesk",
            "org.fairlead.dialer.boundary.DialRound",
            "org.fairlead.script.boundary.OmissionKeeping",
            // Two transactions one after the other, each of a facade with its scope: a denial is kept though it is
            // refused.
            "org.fairlead.dialer.boundary.CallbackDialing",
            // The order is written down by a facade with its scope, then each chunk is a transaction of its own.
            "org.fairlead.collections.boundary.NightDesk",
            // Chunks of a night that the clock or such an order claimed; each enters the scope of its client.
            "org.fairlead.collections.boundary.NightWork",
            // A lock by a client's number around such work, and no row.
            "org.fairlead.collections.boundary.NightTurn",
            // Percentages in memory under the asking person's own login; facades with their scope write and read them.
            "org.fairlead.collections.boundary.PlacementProgress",
            // The engine knows its agents and lets each touch the contact at hand only; a query per click is too dear.
            "org.fairlead.routing.boundary.DeskBean");

    @Test
    void listsWhoSeesAllClients() {
        assertThat(dependents(AllClients.class)).containsExactlyInAnyOrderElementsOf(ALL_CLIENTS);
    }

    @Test
    void listsWhoEntersAScopeThatNoCallerHas() {
        assertThat(dependents(SystemScope.class)).containsExactlyInAnyOrderElementsOf(SYSTEM_SCOPE);
    }

    @Test
    void handsTheWideDataSourceOutInOnePlace() {
        var lookups = names(type -> type.getFields().stream().anyMatch(WideScopeTest::looksUpTheWideDataSource));

        assertThat(lookups).containsExactly("org.fairlead.security.control.DataSources");
    }

    @Test
    void scopesEverySessionBeanThatSomebodyMayCall() {
        var unscoped = names(type -> (type.isAnnotatedWith(Stateless.class)
                        || type.isAnnotatedWith(Stateful.class)
                        || type.isAnnotatedWith(Singleton.class))
                && !type.isAnnotatedWith(ClientScoped.class)
                && !type.isAnnotatedWith(MessageDriven.class)
                && !isDrivenByTimeAlone(type));

        assertThat(unscoped).containsExactlyInAnyOrderElementsOf(WITHOUT_SCOPE);
    }

    /** Timers and start-up beans begin their own work; the two lists above say how wide it is. */
    private static boolean isDrivenByTimeAlone(JavaClass type) {
        return type.getMethods().stream()
                        .anyMatch(method -> method.isAnnotatedWith(Schedule.class)
                                || method.isAnnotatedWith(Schedules.class)
                                || method.isAnnotatedWith(Timeout.class))
                || type.isAnnotatedWith("jakarta.ejb.Startup");
    }

    private static boolean looksUpTheWideDataSource(JavaField field) {
        return field.tryGetAnnotationOfType(Resource.class)
                .filter(resource -> resource.lookup().contains("FairleadEngine")
                        || resource.name().contains("FairleadEngine"))
                .isPresent();
    }

    private static Set<String> dependents(Class<?> type) {
        return OURS.get(type).getDirectDependenciesToSelf().stream()
                .map(dependency -> outermost(dependency.getOriginClass()))
                .filter(name -> !name.equals(type.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Predicate<JavaClass> wanted) {
        return OURS.stream()
                .filter(wanted)
                .map(WideScopeTest::outermost)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(WideScopeTest::outermost).orElse(type.getName());
    }
}

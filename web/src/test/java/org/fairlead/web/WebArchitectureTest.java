package org.fairlead.web;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;

/** Pages and page beans only: the capabilities' published language, no database, no messages, time from the clock. */
@AnalyzeClasses(packages = "org.fairlead.web", importOptions = ImportOption.DoNotIncludeTests.class)
class WebArchitectureTest {

    @ArchTest
    static final ArchRule seesRootPackagesOnly = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("org.fairlead.*.*..")
                    .and(DescribedPredicate.not(
                            resideInAnyPackage("org.fairlead.web..", "org.fairlead.jms..", "org.fairlead.i18n.."))));

    @ArchTest
    static final ArchRule reachesNeitherDatabaseNorBroker = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..", "jakarta.jms.."));

    @ArchTest
    static final ArchRule leavesWiderScopesToTheCapabilities = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.fairlead\\.security\\.(AllClients|SystemScope)");

    @ArchTest
    static final ArchRule takesTimeFromAnInjectedClock = noClasses().should().callMethodWhere(readsTheSystemsClock());

    private static DescribedPredicate<JavaCall<?>> readsTheSystemsClock() {
        return new DescribedPredicate<>("it reads the system's clock") {
            @Override
            public boolean test(JavaCall<?> call) {
                JavaClass owner = call.getTargetOwner();
                return owner.isEquivalentTo(System.class) && "currentTimeMillis".equals(call.getName())
                        || owner.isEquivalentTo(Clock.class) && call.getName().startsWith("system")
                        || "java.time".equals(owner.getPackageName())
                                && "now".equals(call.getName())
                                && call.getTarget().getRawParameterTypes().stream()
                                        .noneMatch(type -> type.isEquivalentTo(Clock.class));
            }
        };
    }
}

package org.fairlead.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.fairlead.shared.Clocks;

/** Time comes from an injected clock; policies do not even know that there is one. */
@AnalyzeClasses(packages = "org.fairlead", importOptions = ImportOption.DoNotIncludeTests.class)
class TimeTest {

    @ArchTest
    static final ArchRule onlyOnePlaceReadsTheSystemsClock = noClasses()
            .that()
            .doNotBelongToAnyOf(Clocks.class)
            .and()
            .resideOutsideOfPackages("org.fairlead.launcher..")
            .should()
            .callMethodWhere(readsTheSystemsClock());

    @ArchTest
    static final ArchRule nobodyMakesAnOldDateOfNow = noClasses()
            .that()
            .resideOutsideOfPackages("org.fairlead.launcher..")
            .should()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule policiesKnowNoClock = noClasses()
            .that()
            .resideInAPackage("..entity..")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.type(Clock.class))
            .orShould()
            .callMethod(System.class, "nanoTime");

    private static DescribedPredicate<JavaCall<?>> readsTheSystemsClock() {
        return new DescribedPredicate<>("it reads the system's clock") {
            private static final Set<String> OF_SYSTEM = Set.of("currentTimeMillis");

            @Override
            public boolean test(JavaCall<?> call) {
                String owner = call.getTargetOwner().getName();
                String method = call.getName();
                if (owner.equals(System.class.getName())) {
                    return OF_SYSTEM.contains(method);
                }
                if (owner.equals(Clock.class.getName())) {
                    return method.startsWith("system") || method.startsWith("tickM") || method.startsWith("tickS");
                }
                return owner.startsWith("java.time.")
                        && "now".equals(method)
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.getName().equals(Clock.class.getName()));
            }
        };
    }
}

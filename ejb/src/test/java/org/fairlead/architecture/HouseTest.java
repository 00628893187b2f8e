package org.fairlead.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.ApplicationException;
import java.util.function.BiPredicate;

/** The plan of the house: capabilities on floors, with a published language, a boundary, use cases and pure policies. */
@AnalyzeClasses(packages = "org.fairlead", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    @ArchTest
    static final ArchRule capabilitiesAreKnown = classes()
            .that()
            .resideOutsideOfPackages("org.fairlead.launcher..")
            .should(new ArchCondition<>("belong to a capability that has a floor") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    if (!Floors.isKnown(item.getPackageName())) {
                        events.add(SimpleConditionEvent.violated(item, item.getName() + " has no floor in Floors"));
                    }
                }
            });

    @ArchTest
    static final ArchRule lowerFloorsNeverSeeHigherOnes = classes()
            .should(onlyDependOn(
                    "capabilities on the same floor or below",
                    (from, to) -> Floors.of(to.capability) <= Floors.of(from.capability)));

    @ArchTest
    static final ArchRule strangersUseTheRootPackageOnly = classes()
            .should(onlyDependOn(
                    "root packages of other capabilities",
                    (from, to) -> from.capability.equals(to.capability)
                            || Floors.isPublished(to.packageName, to.capability)));

    @ArchTest
    static final ArchRule capabilitiesDoNotGoInCircles =
            slices().matching("org.fairlead.(*)..").namingSlices("$1").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule entitiesNeedNoContainer = noClasses()
            .that()
            .resideInAPackage("..entity..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "jakarta.ejb..",
                            "jakarta.enterprise..",
                            "jakarta.inject..",
                            "jakarta.interceptor..",
                            "jakarta.annotation..",
                            "jakarta.transaction..",
                            "jakarta.jms..",
                            "jakarta.ws.rs..",
                            "jakarta.servlet..",
                            "jakarta.faces..",
                            "javax.naming..",
                            "javax.sql..",
                            "java.sql..")
                    .or(persistenceBeyondMapping()));

    @ArchTest
    static final ArchRule entitiesKnowNeitherUseCasesNorBoundaries = noClasses()
            .that()
            .resideInAPackage("..entity..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("..control..", "..boundary.."));

    @ArchTest
    static final ArchRule controlNeverSeesBoundary = noClasses()
            .that()
            .resideInAPackage("..control..")
            .should()
            .dependOnClassesThat(resideInAPackage("..boundary.."));

    @ArchTest
    static final ArchRule publishedLanguageDoesNotSayHowItIsDone = noClasses()
            .that(new DescribedPredicate<>("are in a root package") {
                @Override
                public boolean test(JavaClass item) {
                    return Floors.capability(item.getPackageName())
                            .filter(capability -> Floors.isPublished(item.getPackageName(), capability))
                            .isPresent();
                }
            })
            .should()
            .dependOnClassesThat(resideInAnyPackage("..control..", "..boundary.."));

    /** The one exception: which refusals roll a transaction back is said on the exceptions themselves. */
    @ArchTest
    static final ArchRule ejbJmsAndRestStayInTheBoundary = noClasses()
            .that()
            .resideOutsideOfPackages("..boundary..", "org.fairlead.launcher..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("jakarta.ejb..", "jakarta.jms..", "jakarta.ws.rs..")
                    .and(DescribedPredicate.not(JavaClass.Predicates.type(ApplicationException.class))));

    private static DescribedPredicate<JavaClass> persistenceBeyondMapping() {
        return new DescribedPredicate<>("jakarta.persistence, save for its annotations, their values and converters") {
            @Override
            public boolean test(JavaClass type) {
                return type.getPackageName().startsWith("jakarta.persistence")
                        && !type.isAnnotation()
                        && !type.isEnum()
                        && !"AttributeConverter".equals(type.getSimpleName());
            }
        };
    }

    /** One end of a dependency between two classes of capabilities. */
    private record End(String packageName, String capability) {}

    private static ArchCondition<JavaClass> onlyDependOn(String what, BiPredicate<End, End> allowed) {
        return new ArchCondition<>("only depend on " + what) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                Floors.capability(item.getPackageName()).ifPresent(own -> {
                    End from = new End(item.getPackageName(), own);
                    for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                        String target = dependency
                                .getTargetClass()
                                .getBaseComponentType()
                                .getPackageName();
                        Floors.capability(target)
                                .map(other -> new End(target, other))
                                .filter(to -> !allowed.test(from, to))
                                .ifPresent(to -> events.add(
                                        SimpleConditionEvent.violated(dependency, dependency.getDescription())));
                    }
                });
            }
        };
    }
}

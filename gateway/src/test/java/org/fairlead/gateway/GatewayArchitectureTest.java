package org.fairlead.gateway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The gateway lives at a site of its own: of the centre it knows the contract only. */
@AnalyzeClasses(packages = "org.fairlead.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class GatewayArchitectureTest {

    @ArchTest
    static final ArchRule seesTheContractOnly = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("org.fairlead..")
                    .and(DescribedPredicate.not(resideInAnyPackage("org.fairlead.gateway..", "org.fairlead.jms.."))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule runsWithoutAContainer = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("jakarta.ejb..", "jakarta.enterprise..", "jakarta.persistence..", "java.sql.."))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule itsPartsFormNoCircle =
            slices().matching("org.fairlead.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule knowsNoTelephonyEngineButThroughThePort = noClasses()
            .that()
            .resideInAnyPackage("..gateway.site..", "..gateway.link..", "..gateway.engine..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("..gateway.simulator..", "..gateway.asterisk..", "..gateway.control.."));
}

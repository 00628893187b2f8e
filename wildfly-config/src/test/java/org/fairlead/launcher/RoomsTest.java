package org.fairlead.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.fairlead.launcher", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.fairlead.launcher.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PARTS_KNOW_NO_COMMAND_LINE = noClasses()
            .that()
            .resideInAnyPackage("..parts..", "..postgres..", "..state..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");
}

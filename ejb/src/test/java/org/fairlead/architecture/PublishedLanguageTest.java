package org.fairlead.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** What a capability promises in its root package, somebody in it keeps: else the server refuses the deployable. */
@AnalyzeClasses(packages = "org.fairlead", importOptions = ImportOption.DoNotIncludeTests.class)
class PublishedLanguageTest {

    @ArchTest
    static final ArchRule everyPublishedInterfaceHasABeanBehindIt = classes()
            .that()
            .areInterfaces()
            .and()
            .areNotAnnotations()
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .should(new ArchCondition<>("be implemented, when published") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    boolean published = Floors.capability(item.getPackageName())
                            .filter(capability -> Floors.isPublished(item.getPackageName(), capability))
                            .isPresent();
                    boolean kept = item.getAllSubclasses().stream()
                            .anyMatch(type ->
                                    !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT));
                    if (published && !kept) {
                        events.add(SimpleConditionEvent.violated(item, "nobody implements " + item.getName()));
                    }
                }
            });
}

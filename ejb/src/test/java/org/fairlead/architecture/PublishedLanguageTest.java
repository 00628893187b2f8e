package org.fairlead.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;

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

    /** The container lets nobody call a method that the bean's class does not declare, whatever its class permits. */
    @ArchTest
    static final ArchRule aBeansInterfaceHasNoBodies = classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .or()
            .areAnnotatedWith(Singleton.class)
            .should(new ArchCondition<>("declare every method that its interfaces offer") {
                @Override
                public void check(JavaClass bean, ConditionEvents events) {
                    bean.getAllRawInterfaces().stream()
                            .filter(offered -> offered.getPackageName().startsWith("org.fairlead"))
                            .flatMap(offered -> offered.getMethods().stream())
                            .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC))
                            .filter(method -> bean.tryGetMethod(method.getName(), names(method))
                                    .isEmpty())
                            .forEach(method -> events.add(SimpleConditionEvent.violated(
                                    bean, bean.getName() + " leaves " + method.getFullName() + " to its interface")));
                }
            });

    private static String[] names(JavaMethod method) {
        return method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
    }
}

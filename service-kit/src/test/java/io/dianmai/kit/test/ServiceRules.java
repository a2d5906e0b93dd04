package io.dianmai.kit.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What holds for every service. Whatever a rule names must exist: a rule about nothing passes silently. */
public final class ServiceRules {
    private static final List<String> SERVICES = List.of(
            "io.dianmai.lead", "io.dianmai.followup", "io.dianmai.aftersales", "io.dianmai.kpi", "io.dianmai.gateway");

    private final String root;
    private final JavaClasses classes;

    private ServiceRules(String root, JavaClasses classes) {
        this.root = root;
        this.classes = classes;
    }

    /** The rules for the service below {@code root}, one of the platform's. */
    public static ServiceRules of(String root) {
        assertThat(SERVICES).contains(root);
        return new ServiceRules(
                root,
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(root));
    }

    /**
     * Types that decide know no framework, and are told the time.
     *
     * @param types names below the root; each must exist
     */
    public void domainIsPure(List<String> types) {
        List<String> named = types.stream().map(type -> root + '.' + type).toList();
        assertThat(classes).extracting(JavaClass::getName).containsAll(named);
        for (String type : named) {
            noClasses()
                    .that()
                    .haveFullyQualifiedName(type)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework..", "com.mongodb..", "org.apache.kafka..")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Clock.class)
                    .orShould()
                    .callMethod(Instant.class, "now")
                    .check(classes);
        }
    }

    /** No field is injected. */
    public void injectionIsByConstructor() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .check(classes);
    }

    /** No service knows another one's code. */
    public void servicesAreApart() {
        String[] others = SERVICES.stream()
                .filter(service -> !service.equals(root))
                .map(service -> service + "..")
                .toArray(String[]::new);
        noClasses().should().dependOnClassesThat().resideInAnyPackage(others).check(classes);
    }

    /** None of these packages below the root knows another of them. */
    public void packagesAreApart(List<String> packages) {
        for (String one : packages) {
            assertThat(classes.containPackage(root + '.' + one)).as(one).isTrue();
            for (String other : packages) {
                if (!one.equals(other)) {
                    noClasses()
                            .that()
                            .resideInAPackage(root + '.' + one)
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(root + '.' + other)
                            .check(classes);
                }
            }
        }
    }
}

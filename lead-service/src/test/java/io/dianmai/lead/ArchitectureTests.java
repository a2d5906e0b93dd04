package io.dianmai.lead;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

class ArchitectureTests {
    private static final String LEAD = "io.dianmai.lead.lead";
    private static final String VISIT = "io.dianmai.lead.visit";
    private static final String ROSTER = "io.dianmai.lead.roster";

    /** What decides, and what it decides with. */
    private static final List<String> DOMAIN = List.of(
            LEAD + ".Lead",
            LEAD + ".NewLead",
            LEAD + ".LeadBehaviour",
            LEAD + ".LeadCommand",
            LEAD + ".LeadRefusals",
            LEAD + ".GradingPolicy",
            LEAD + ".Circumstances",
            LEAD + ".Progress",
            LEAD + ".Grade",
            LEAD + ".Stage",
            VISIT + ".Visit",
            VISIT + ".VisitEntry",
            ROSTER + ".Roster");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.dianmai.lead");

    @Test
    void decidesWithoutFrameworksAndWithoutAClock() {
        assertThat(classes.stream().map(type -> type.getName()).toList()).containsAll(DOMAIN);
        for (String type : DOMAIN) {
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

    @Test
    void injectsThroughConstructorsOnly() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .check(classes);
        fields().that()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .beFinal()
                .check(classes);
    }

    @Test
    void keepsTheServicesApart() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.dianmai.followup..", "io.dianmai.aftersales..", "io.dianmai.kpi..", "io.dianmai.gateway..")
                .check(classes);
        classes()
                .that()
                .resideInAPackage(ROSTER)
                .should()
                .onlyBeAccessed()
                .byClassesThat()
                .resideInAnyPackage(ROSTER, LEAD, VISIT)
                .check(classes);
    }

    @Test
    void namesPackagesThatExist() {
        for (String named : List.of(LEAD, VISIT, ROSTER)) {
            assertThat(classes.containPackage(named)).as(named).isTrue();
        }
    }
}

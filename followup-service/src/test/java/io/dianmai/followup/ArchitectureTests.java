package io.dianmai.followup;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AnalyzeClasses(packages = "io.dianmai.followup", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    private static final String PLAN = "io.dianmai.followup.plan";
    private static final String HEARING = "io.dianmai.followup.hearing";
    private static final String CALENDAR = "io.dianmai.followup.calendar";
    private static final String WEB = "io.dianmai.followup.web";
    private static final String POLICY = "io.dianmai.followup.policy";
    private static final String CONTACT = "io.dianmai.followup.contact";
    private static final String DAY = "io.dianmai.followup.day";
    private static final String RULES = "io.dianmai.followup.rules";

    private static final Set<String> AROUND_THE_DOMAIN = Set.of(
            "FollowUps",
            "Recounts",
            "Agendas",
            "OpenPlans",
            "PlanConfiguration",
            "FollowUpProperties",
            "PolicyConfiguration",
            "package-info");

    private static final DescribedPredicate<JavaClass> DOMAIN = DescribedPredicate.describe(
            "types of the domain",
            type -> Set.of(PLAN, POLICY).contains(type.getPackageName())
                    && !AROUND_THE_DOMAIN.contains(outermost(type)));

    @ArchTest
    static final ArchRule domainKnowsNoFramework = noClasses()
            .that(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "com.mongodb..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule domainKnowsNoClock =
            noClasses().that(DOMAIN).should().dependOnClassesThat().areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule planKnowsNothingAround = noClasses()
            .that()
            .resideInAPackage(PLAN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HEARING, CALENDAR, WEB, CONTACT, DAY, RULES);

    @ArchTest
    static final ArchRule noFieldIsInjected = noFields().should().beAnnotatedWith(Autowired.class);

    @Test
    void packagesAndTypesNamedInRulesExist() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.dianmai.followup");
        assertThat(classes)
                .extracting(JavaClass::getPackageName)
                .contains(PLAN, POLICY, HEARING, CALENDAR, WEB, CONTACT, DAY, RULES);
        assertThat(classes).extracting(JavaClass::getSimpleName).containsAll(AROUND_THE_DOMAIN);
        assertThat(classes).filteredOn(DOMAIN).hasSizeGreaterThan(5);
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTests::outermost).orElse(type.getSimpleName());
    }
}

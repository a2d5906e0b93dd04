package io.dianmai.contracts;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractRulesTests {
    private static final String ROOT = "io.dianmai.contracts";
    private static final Set<String> FAMILIES = Stream.of(
                    "fact", "lead", "followup", "aftersales", "org", "deadline", "reminder", "audit")
            .map(family -> ROOT + "." + family)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.LocalTime");
    private static final JavaClasses CONTRACTS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void dependOnNoSpring() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..")
                .check(CONTRACTS);
    }

    @Test
    void readNoSystemClock() {
        noClasses()
                .should(callMethodWhere(
                        DescribedPredicate.describe("reads the system clock", ContractRulesTests::readsClock)))
                .check(CONTRACTS);
    }

    @Test
    void keepEventsFreeOfTheMachineryThatCarriesThem() {
        noClasses()
                .that(resideInAnyPackage(FAMILIES.toArray(String[]::new)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "io.cloudevents..", "tools.jackson..")
                .check(CONTRACTS);
    }

    @Test
    void makeEveryEventARecordWithATypeInItsFamilysPackage() {
        classes()
                .that()
                .areAssignableTo(EventData.class)
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .andShould()
                .beAnnotatedWith(EventType.class)
                .andShould()
                .resideInAnyPackage(FAMILIES.toArray(String[]::new))
                .check(CONTRACTS);
    }

    @Test
    void knowEveryEventThatThereIs() {
        var records = CONTRACTS.stream()
                .filter(type -> type.isAnnotatedWith(EventType.class))
                .map(JavaClass::getName);

        assertThat(records)
                .containsExactlyInAnyOrderElementsOf(
                        EventTypes.all().values().stream().map(Class::getName).toList());
    }

    @Test
    void nameEveryEventByThePattern() {
        assertThat(EventTypes.all().keySet())
                .allMatch(name -> name.matches("dianmai\\.[a-z]+\\.[a-z-]+\\.v[1-9][0-9]*"));
    }

    @Test
    void sendEveryFamilyToATopicOfEnvelopes() {
        assertThat(EventTypes.all().values().stream().map(EventTypes::topicOf).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Topics.ENVELOPED);
    }

    @Test
    void nameOnlyPackagesThatExist() {
        assertThat(CONTRACTS.stream().map(JavaClass::getPackageName)).containsAll(FAMILIES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.kafka.clients.producer.ProducerRecord",
                "io.cloudevents.CloudEvent",
                "tools.jackson.databind.JsonNode",
                "org.springframework.util.Assert"
            })
    void banOnlyLibrariesThatCouldBeUsed(String type) throws ClassNotFoundException {
        assertThat(Class.forName(type)).isNotNull();
    }

    private static boolean readsClock(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        return (call.getName().equals("now") && CLOCKS.contains(owner))
                || (owner.equals("java.lang.System") && call.getName().startsWith("currentTime"))
                || (owner.equals("java.time.Clock") && call.getName().startsWith("system"));
    }
}

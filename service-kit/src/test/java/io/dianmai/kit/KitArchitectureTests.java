package io.dianmai.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.springframework.boot.autoconfigure.AutoConfiguration;

class KitArchitectureTests {
    private static final String KIT = "io.dianmai.kit.";
    private static final List<String> PURE = List.of(KIT + "calendar");
    private static final List<String> NAMED = List.of(KIT + "calendar", KIT + "time");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.dianmai.kit");

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void namesOnlyPackagesThatExist() {
        assertThat(NAMED).allMatch(CLASSES::containPackage);
        assertThat(NAMED).containsAll(PURE);
    }

    static List<ArchRule> rules() {
        return List.of(
                NO_CLASSES_SHOULD_USE_FIELD_INJECTION,
                slices().matching(KIT + "(*)..").should().beFreeOfCycles(),
                noClasses()
                        .that()
                        .resideInAnyPackage(PURE.toArray(String[]::new))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.springframework..", "com.mongodb..", "org.apache.kafka.."),
                noClasses()
                        .that()
                        .resideOutsideOfPackage(KIT + "time")
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(Clock.class, "systemUTC")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis"),
                classes()
                        .that()
                        .areAnnotatedWith(AutoConfiguration.class)
                        .should()
                        .bePackagePrivate(),
                fields().that()
                        .haveRawType(Logger.class)
                        .should()
                        .bePrivate()
                        .andShould()
                        .haveModifier(JavaModifier.STATIC));
    }
}

package io.dianmai.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayArchitectureTests {
    private static final String ROOT = "io.dianmai.gateway.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.dianmai.gateway");

    /** A rule about a package that is not there would pass silently. */
    @ParameterizedTest
    @ValueSource(strings = {"identity", "registry", "routing", "ingest", "stream", "audit"})
    void everyNamedPackageExists(String name) {
        assertThat(CLASSES.containPackage(ROOT + name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "registry, identity",
        "registry, routing",
        "routing, identity",
        "routing, registry",
        "ingest, identity",
        "stream, identity",
        "stream, ingest",
        "identity, audit",
        "registry, audit",
    })
    void doesNotKnow(String one, String other) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + one + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + other + "..")
                .check(CLASSES);
    }

    @Test
    void injectsNoFields() {
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .check(CLASSES);
    }
}

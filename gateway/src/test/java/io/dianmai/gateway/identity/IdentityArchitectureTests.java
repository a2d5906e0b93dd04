package io.dianmai.gateway.identity;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityArchitectureTests {
    private static final String ROOT = "io.dianmai.gateway.identity";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** A rule about a package that is not there would pass silently. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "person",
                "client",
                "token",
                "secondfactor",
                "external",
                "page",
                "signin",
                "throttle",
                "session",
                "grant"
            })
    void everyPartExists(String name) {
        assertThat(CLASSES.containPackage(ROOT + "." + name)).isTrue();
    }

    @Test
    void partsDoNotDependOnEachOtherInCircles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}

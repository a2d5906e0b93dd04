package io.dianmai.kpi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What keeps the service from starting. */
class CatalogueStartTests {
    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withUserConfiguration(CatalogueConfiguration.class)
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(MongoTemplate.class, () -> new MongoTemplate(MongoClients.create(), "never-asked"));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void startsWithTheShippedCatalogue() {
        service.run(started ->
                assertThat(started.getBean(Catalogue.class).ships("close-rate")).isTrue());
    }

    @Test
    void startsWithAGroupsOwnFile() throws IOException {
        service.withPropertyValues("dianmai.kpi.catalogue="
                        + file("our-rate,我们,Ours,sales,ratio,orders,calls,percent,higher,,,,month,"))
                .run(started -> {
                    assertThat(started.getBean(Catalogue.class).ships("our-rate"))
                            .isTrue();
                    assertThat(started.getBean(Catalogue.class).ships("close-rate"))
                            .isFalse();
                });
    }

    @Test
    void doesNotStartWithAFileThatDoesNotHoldTogether() throws IOException {
        service.withPropertyValues("dianmai.kpi.catalogue="
                        + file("our-rate,我们,Ours,sales,ratio,orders,luck,percent,higher,,,,month,"))
                .run(started -> assertThat(started)
                        .getFailure()
                        .hasStackTraceContaining(
                                "kpis.csv, line 2: denominator, character 1: No counter is called luck"));
        service.withPropertyValues("dianmai.kpi.catalogue=file:" + folder.resolve("nowhere.csv"))
                .run(started -> assertThat(started).getFailure().hasStackTraceContaining("nowhere.csv"));
    }

    private String file(String line) throws IOException {
        Path file = folder.resolve("kpis.csv");
        Files.writeString(file, CatalogueFile.HEADER + "\n" + line + "\n");
        return "file:" + file;
    }
}

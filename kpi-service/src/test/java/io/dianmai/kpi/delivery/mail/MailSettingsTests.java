package io.dianmai.kpi.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class MailSettingsTests {
    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(MailSettings.class)
    static class Settings {}

    @Test
    void startsWithoutAMailServer() {
        service.run(context ->
                assertThat(context.getBean(MailSettings.class).isGiven()).isFalse());
    }

    @Test
    void insistsOnTlsUnlessItIsToldOtherwise() {
        service.withPropertyValues("dianmai.kpi.mail.host=smtp.example.com", "dianmai.kpi.mail.from=a@example.com")
                .run(context -> assertThat(context.getBean(MailSettings.class))
                        .isEqualTo(new MailSettings(
                                "smtp.example.com",
                                587,
                                null,
                                null,
                                MailSettings.Security.STARTTLS,
                                "a@example.com",
                                Duration.ofSeconds(5))));
    }

    @Test
    void doesNotStartWithoutASender() {
        service.withPropertyValues("dianmai.kpi.mail.host=smtp.example.com")
                .run(context -> assertThat(context).hasFailed());
        service.withPropertyValues("dianmai.kpi.mail.host=smtp.example.com", "dianmai.kpi.mail.from=A <a@b.cd>")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void keepsThePasswordOutOfLogs() {
        service.withPropertyValues("dianmai.kpi.mail.password=very-secret")
                .run(context -> assertThat(context.getBean(MailSettings.class).toString())
                        .doesNotContain("very-secret"));
    }
}

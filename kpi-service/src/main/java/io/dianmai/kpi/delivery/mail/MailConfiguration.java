package io.dianmai.kpi.delivery.mail;

import io.dianmai.kpi.delivery.message.Wording;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.Properties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Makes the way to the mail server, as the settings say. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {
    @Bean
    MailChannel mailChannel(MailSettings settings, Wording wording, Clock clock) {
        return channel(settings, wording, clock);
    }

    static MailChannel channel(MailSettings settings, Wording wording, Clock clock) {
        JavaMailSenderImpl sender = sender(settings);
        String from = Objects.requireNonNullElse(settings.from(), "");
        return new MailChannel(settings, sender, new MailWriter(sender.getSession(), from, clock), wording);
    }

    private static JavaMailSenderImpl sender(MailSettings settings) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setUsername(settings.user());
        sender.setPassword(settings.password());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        sender.setProtocol(settings.security() == MailSettings.Security.TLS ? "smtps" : "smtp");
        sender.setJavaMailProperties(properties(settings, "mail." + sender.getProtocol() + '.'));
        return sender;
    }

    private static Properties properties(MailSettings settings, String prefix) {
        String patience = Long.toString(settings.patience().toMillis());
        boolean startTls = settings.security() == MailSettings.Security.STARTTLS;
        Properties properties = new Properties();
        properties.setProperty(prefix + "auth", Boolean.toString(settings.user() != null));
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(startTls));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(startTls));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "connectiontimeout", patience);
        properties.setProperty(prefix + "timeout", patience);
        properties.setProperty(prefix + "writetimeout", patience);
        // One mail has one recipient: what is said of it must be heard.
        properties.setProperty(prefix + "sendpartial", "false");
        return properties;
    }
}

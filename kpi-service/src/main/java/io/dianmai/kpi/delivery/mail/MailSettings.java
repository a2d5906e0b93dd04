package io.dianmai.kpi.delivery.mail;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the SMTP server that mail leaves by, {@code dianmai.kpi.mail.*}.
 *
 * @param host without one there is no e-mail
 * @param user absent where the server asks for no sign-in
 * @param security of the way to the server
 * @param from the address that mail comes from, needed with a host
 * @param patience for connecting, and for each answer
 */
@Validated
@ConfigurationProperties("dianmai.kpi.mail")
public record MailSettings(
        @Nullable String host,
        @DefaultValue("587") @Min(1) @Max(65_535) int port,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("STARTTLS") @NotNull Security security,
        @Nullable String from,
        @DefaultValue("5s") @NotNull Duration patience) {

    /** How mail and password are protected. */
    public enum Security {
        /** 587: the connection turns to TLS, or nothing is sent. */
        STARTTLS,
        /** 465: TLS from the first byte. */
        TLS,
        /** Everything in clear: for a server on the same machine. */
        NONE
    }

    /** Whether there is a server at all. */
    boolean isGiven() {
        return host != null && !host.isBlank();
    }

    @AssertTrue(message = "dianmai.kpi.mail.from must be a mail address when there is a host")
    boolean isFromGivenWithHost() {
        return !isGiven() || (from != null && MailAddresses.isOne(from));
    }

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + ", " + security + ", " + from + "]";
    }
}

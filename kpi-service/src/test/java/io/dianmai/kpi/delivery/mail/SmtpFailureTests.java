package io.dianmai.kpi.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kit.test.MutableClock;
import io.dianmai.kpi.delivery.Attempt;
import io.dianmai.kpi.delivery.ChannelKind;
import io.dianmai.kpi.delivery.Language;
import io.dianmai.kpi.delivery.message.Told;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server says, and what comes of it. */
class SmtpFailureTests {
    private static final String ADDRESS = "gone@example.com";

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 <gone@example.com> no such user, Dead",
        "RCPT, 551 moved away, Dead",
        "RCPT, 553 no mailbox name, Dead",
        "RCPT, 550 5.7.1 relaying denied, Refused",
        "RCPT, 554 5.7.1 not from here, Refused",
        "RCPT, 552 5.2.2 mailbox full, Refused",
        "RCPT, 450 4.2.1 greylisted, Retry",
        "RCPT, 452 too many, Retry",
        "RCPT, 421 shutting down, Retry",
        "DATA, 554 no, Refused",
        "DATA, 451 not now, Retry",
        "., 554 5.6.0 looks like spam, Refused",
        "., 552 too large, Refused",
        "., 452 disk full, Retry",
        "MAIL, 550 who are you, Retry",
        "MAIL, 530 5.7.0 sign in first, Retry",
        "MAIL, 451 not now, Retry",
        "HELLO, 554 go away, Retry",
        "HELLO, 421 busy, Retry",
        "EHLO, 500 what, Delivered"
    })
    void holdsAgainstTheMailboxOnlyWhatIsSaidOfIt(String command, String answer, String expected) throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp(Map.of(command, answer))) {
            Attempt attempt = send(server.port(), MailSettings.Security.NONE);

            assertThat(attempt.getClass().getSimpleName()).isEqualTo(expected);
            assertThat(attempt.toString()).doesNotContain(ADDRESS, "example.com");
        }
    }

    @Test
    void saysNothingInClearToAServerWithoutTls() throws IOException {
        try (ScriptedSmtp server = new ScriptedSmtp(Map.of())) {
            assertThat(send(server.port(), MailSettings.Security.STARTTLS)).isInstanceOf(Attempt.Retry.class);
            assertThat(server.heard())
                    .isNotEmpty()
                    .noneMatch(line -> line.startsWith("MAIL") || line.contains(ADDRESS));
        }
    }

    @Test
    void waitsForAServerThatIsAway() throws IOException {
        int port;
        try (ScriptedSmtp server = new ScriptedSmtp(Map.of())) {
            port = server.port();
        }
        assertThat(send(port, MailSettings.Security.NONE))
                .isEqualTo(new Attempt.Retry("The mail server cannot be reached safely.", null));
    }

    private static Attempt send(int port, MailSettings.Security security) {
        MutableClock clock = new MutableClock(Told.NOW);
        MailSettings settings = new MailSettings(
                "127.0.0.1", port, null, null, security, "reminders@example.org", Duration.ofSeconds(5));
        var notices = List.of(Told.reminder("n1", DeadlineKind.FOLLOW_UP, "店"));
        return MailConfiguration.channel(settings, Told.wording(clock), clock)
                .send(Told.target(ChannelKind.MAIL, Language.EN, ADDRESS), notices);
    }
}

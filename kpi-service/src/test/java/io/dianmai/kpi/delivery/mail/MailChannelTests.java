package io.dianmai.kpi.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kit.test.MutableClock;
import io.dianmai.kpi.delivery.Attempt;
import io.dianmai.kpi.delivery.ChannelKind;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Language;
import io.dianmai.kpi.delivery.Notice;
import io.dianmai.kpi.delivery.Objection;
import io.dianmai.kpi.delivery.message.Told;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail as a real server gets it. */
class MailChannelTests {
    private static final String HOSTILE = "<b>店</b> \"&'\r\nBcc: everybody@example.com";
    private static final Notice NOTICE = Told.reminder("n1", DeadlineKind.FOLLOW_UP, HOSTILE);
    private static final DeliveryTarget TARGET = Told.target(ChannelKind.MAIL, Language.ZH, "manager@example.com");

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
    });

    private final MutableClock clock = new MutableClock(Told.NOW);

    @BeforeEach
    void open() {
        server.start();
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void bringsTextAndHtml() throws MessagingException, IOException {
        assertThat(inClear().send(TARGET, List.of(NOTICE))).isEqualTo(new Attempt.Delivered(250));

        MimeMessage mail = only();
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("reminders@example.com");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("manager@example.com");
        assertThat(mail.getSubject()).isEqualTo("【跟进】<b>店</b> \"&' Bcc: everybody@example.com：客户跟进已超期1小时30分钟");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getSentDate().toInstant()).isEqualTo(Told.NOW);
        Parts parts = Parts.of(mail);
        assertThat(parts.plain()).contains("应在 2026年3月12日 08:30 前完成", "王敏").doesNotContain("<p");
        assertThat(parts.html())
                .contains("应在 2026年3月12日 08:30 前完成", "&lt;b&gt;店&lt;/b&gt; &quot;&amp;&#39;", "lang=\"zh\"")
                .doesNotContain("<b>", "http");
    }

    @Test
    void oneStoreAddsNeitherHeadersNorRecipients() throws MessagingException {
        inClear().send(TARGET, List.of(NOTICE));

        assertThat(only().getHeader("Bcc")).isNull();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void hasTheSameIdWhenItIsSentAgain() throws MessagingException {
        inClear().send(TARGET, List.of(NOTICE));
        clock.advance(Duration.ofHours(1));
        inClear().send(TARGET, List.of(NOTICE));
        inClear().send(TARGET, List.of(Told.reminder("n2", DeadlineKind.FOLLOW_UP, HOSTILE)));

        List<String> ids = List.of(server.getReceivedMessages()).stream()
                .map(MailChannelTests::id)
                .toList();

        assertThat(ids).hasSize(3);
        assertThat(ids.get(0))
                .isEqualTo(ids.get(1))
                .isNotEqualTo(ids.get(2))
                .matches("<[0-9a-f]{32}\\.dianmai@example\\.com>");
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void tellsWhatHasPiledUpInOneMail() throws MessagingException, IOException {
        Notice other = Told.digest("n2", "滨江店");

        inClear().send(Told.target(ChannelKind.MAIL, Language.EN, "hq@example.com"), List.of(NOTICE, other));

        assertThat(only().getSubject()).isEqualTo("Dianmai: 36 reminders");
        assertThat(Parts.of(only()).plain()).contains("Follow-up, ", "Digest, 滨江店: 35 reminders at once");
    }

    @Test
    void signsIn() throws MessagingException, UserException {
        server.getUserManager().setAuthRequired(true);
        server.getUserManager().createUser("robot@example.com", "robot", "right");

        assertThat(channel(settings(port(0), MailSettings.Security.NONE, "wrong"))
                        .send(TARGET, List.of(NOTICE)))
                .isEqualTo(new Attempt.Retry("The mail server refuses dianmai.kpi.mail.user and .password.", null));
        assertThat(channel(settings(port(0), MailSettings.Security.NONE, "right"))
                        .send(TARGET, List.of(NOTICE)))
                .isEqualTo(new Attempt.Delivered(250));
        assertThat(only().getAllRecipients()).hasSize(1);
    }

    /** Its certificate is nobody's: mail does not go to whoever stands in the way. */
    @Test
    void sendsNothingToAServerThatItCannotTrust() {
        assertThat(channel(settings(port(1), MailSettings.Security.TLS, null)).send(TARGET, List.of(NOTICE)))
                .isEqualTo(new Attempt.Retry("The mail server cannot be reached safely.", null));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void sendsNothingWhereTlsIsNotOffered() {
        assertThat(channel(settings(port(0), MailSettings.Security.STARTTLS, null))
                        .send(TARGET, List.of(NOTICE)))
                .isEqualTo(new Attempt.Retry("The mail server cannot be reached safely.", null));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void refusesTargetsWithoutAServerOrAnAddress() {
        MailSettings none =
                new MailSettings(null, 587, null, null, MailSettings.Security.STARTTLS, null, Duration.ofSeconds(5));
        MailChannel off = channel(none);
        assertThat(off.objection(TARGET))
                .hasValueSatisfying(it -> assertThat(slug(it)).isEqualTo("mail-not-set-up"));
        assertThat(off.send(TARGET, List.of(NOTICE))).isInstanceOf(Attempt.Retry.class);

        assertThat(inClear().objection(TARGET)).isEmpty();
        assertThat(inClear().objection(Told.target(ChannelKind.MAIL, Language.ZH, "a@b.de\r\nBcc: c@d.ef")))
                .hasValueSatisfying(it -> assertThat(slug(it)).isEqualTo("mail-address-invalid"));
    }

    private static String slug(Objection objection) {
        return objection.type().slug();
    }

    private MailChannel inClear() {
        return channel(settings(port(0), MailSettings.Security.NONE, null));
    }

    private MailChannel channel(MailSettings settings) {
        return MailConfiguration.channel(settings, Told.wording(clock), clock);
    }

    private int port(int index) {
        return index == 0 ? server.getSmtp().getPort() : server.getSmtps().getPort();
    }

    private static MailSettings settings(int port, MailSettings.Security security, @Nullable String password) {
        return new MailSettings(
                "127.0.0.1",
                port,
                password == null ? null : "robot",
                password,
                security,
                "reminders@example.com",
                Duration.ofSeconds(5));
    }

    private MimeMessage only() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    /** The two alternatives of a mail. */
    private record Parts(String plain, String html) {
        static Parts of(MimeMessage mail) throws MessagingException, IOException {
            return new Parts(find(mail.getContent(), "text/plain"), find(mail.getContent(), "text/html"));
        }

        private static String find(Object content, String type) throws MessagingException, IOException {
            Multipart parts = (Multipart) content;
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.isMimeType(type)) {
                    return part.getContent().toString();
                }
                String inside = part.isMimeType("multipart/*") ? find(part.getContent(), type) : "";
                if (!inside.isEmpty()) {
                    return inside;
                }
            }
            return "";
        }
    }
}

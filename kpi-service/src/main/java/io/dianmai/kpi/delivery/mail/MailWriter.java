package io.dianmai.kpi.delivery.mail;

import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Notice;
import io.dianmai.kpi.delivery.message.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Makes mails of messages. */
final class MailWriter {
    private static final int ID_BYTES = 16;

    private final Session session;
    private final String from;
    private final Clock clock;

    MailWriter(Session session, String from, Clock clock) {
        this.session = session;
        this.from = from;
        this.clock = clock;
    }

    MimeMessage write(DeliveryTarget target, List<Notice> notices, Message message) throws MessagingException {
        MimeMessage mail = new StableMessage(session, id(target, notices));
        MimeMessageHelper helper = new MimeMessageHelper(mail, true, StandardCharsets.UTF_8.name());
        helper.setFrom(new InternetAddress(from, true));
        helper.setTo(new InternetAddress(target.address(), true));
        helper.setSubject(message.title());
        helper.setText(
                MailText.plain(message),
                MailText.html(message, target.language().name().toLowerCase(Locale.ROOT)));
        helper.setSentDate(Date.from(clock.instant()));
        // No answers from absence notes and lists (RFC 3834).
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        return mail;
    }

    /** The same for the same notices to the same target: mail programs show what was sent again after a crash once. */
    private String id(DeliveryTarget target, List<Notice> notices) {
        MessageDigest digest = sha256();
        digest.update(target.id().getBytes(StandardCharsets.UTF_8));
        for (Notice notice : notices) {
            digest.update((byte) 0);
            digest.update(notice.id().getBytes(StandardCharsets.UTF_8));
        }
        String hash = HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
        return '<' + hash + ".dianmai" + from.substring(from.indexOf('@')) + '>';
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /** A mail that keeps its id when it is finished. */
    private static final class StableMessage extends MimeMessage {
        private final String id;

        StableMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}

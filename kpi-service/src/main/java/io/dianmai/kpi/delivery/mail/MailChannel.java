package io.dianmai.kpi.delivery.mail;

import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kpi.delivery.Attempt;
import io.dianmai.kpi.delivery.Channel;
import io.dianmai.kpi.delivery.ChannelKind;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Notice;
import io.dianmai.kpi.delivery.Objection;
import io.dianmai.kpi.delivery.message.Wording;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends notices to one mailbox, several in one mail where they have piled up. */
final class MailChannel implements Channel {
    private static final ProblemType NOT_SET_UP =
            ProblemType.of("mail-not-set-up", "The platform cannot send e-mail yet", HttpStatus.CONFLICT);
    private static final ProblemType NO_ADDRESS =
            ProblemType.of("mail-address-invalid", "This is no mail address", HttpStatus.BAD_REQUEST);
    private static final int MOST_AT_ONCE = 100;
    private static final int OK = 250;

    private final MailSettings settings;
    private final JavaMailSender sender;
    private final MailWriter writer;
    private final Wording wording;

    MailChannel(MailSettings settings, JavaMailSender sender, MailWriter writer, Wording wording) {
        this.settings = settings;
        this.sender = sender;
        this.writer = writer;
        this.wording = wording;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.MAIL;
    }

    @Override
    public int mostAtOnce() {
        return MOST_AT_ONCE;
    }

    @Override
    public Attempt send(DeliveryTarget target, List<Notice> notices) {
        if (!settings.isGiven()) {
            return new Attempt.Retry("No mail server is set: dianmai.kpi.mail.host.", null);
        }
        try {
            sender.send(writer.write(target, notices, wording.write(notices, target.language())));
            return new Attempt.Delivered(OK);
        } catch (MessagingException | MailException failed) {
            return SmtpFailure.attempt(failed);
        }
    }

    @Override
    public Optional<Objection> objection(DeliveryTarget draft) {
        if (!settings.isGiven()) {
            return Optional.of(new Objection(
                    NOT_SET_UP, "/channel", "Whoever runs the platform sets dianmai.kpi.mail.host and .from first."));
        }
        return MailAddresses.isOne(draft.address())
                ? Optional.empty()
                : Optional.of(new Objection(
                        NO_ADDRESS, "/address", "One address without a name is needed: reminders@example.com."));
    }
}

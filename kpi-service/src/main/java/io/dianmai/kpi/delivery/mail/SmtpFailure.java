package io.dianmai.kpi.delivery.mail;

import io.dianmai.kpi.delivery.Attempt;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/**
 * Reads what went wrong over SMTP. Only what the server says about this mailbox or this mail is held against them; that
 * it is away, does not know us or offers no TLS is ours to mend, and mail waits for it. Its words are not passed on: they
 * may name addresses.
 */
final class SmtpFailure {
    /** 550 no such mailbox, 551 moved away, 553 not a mailbox name (RFC 5321, 4.2.3). */
    private static final Set<Integer> NO_MAILBOX = Set.of(550, 551, 553);

    /** 5.7.x of RFC 3463: the mailbox may well exist, we may not write to it. */
    private static final Pattern POLICY = Pattern.compile("\\b5\\.7\\.\\d");

    private static final int LASTING = 500;

    private SmtpFailure() {}

    static Attempt attempt(Exception failure) {
        List<Throwable> causes = causes(failure);
        return first(causes, SMTPAddressFailedException.class)
                .map(SmtpFailure::ofRecipient)
                .or(() -> first(causes, SMTPSendFailedException.class).map(SmtpFailure::ofMail))
                .orElseGet(() -> ofServer(failure));
    }

    private static <T> Optional<T> first(List<Throwable> causes, Class<T> type) {
        return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Attempt ofServer(Exception failure) {
        return new Attempt.Retry(
                failure instanceof MailAuthenticationException
                        ? "The mail server refuses dianmai.kpi.mail.user and .password."
                        : "The mail server cannot be reached safely.",
                null);
    }

    private static Attempt ofRecipient(SMTPAddressFailedException failure) {
        int code = failure.getReturnCode();
        if (NO_MAILBOX.contains(code) && !POLICY.matcher(words(failure)).find()) {
            return new Attempt.Dead("The mailbox is unknown: SMTP " + code + ".");
        }
        return code >= LASTING
                ? new Attempt.Refused("The mailbox does not take this mail: SMTP " + code + ".")
                : new Attempt.Retry("The mailbox takes no mail now: SMTP " + code + ".", null);
    }

    private static Attempt ofMail(SMTPSendFailedException failure) {
        int code = failure.getReturnCode();
        String command = failure.getCommand();
        if (command != null && command.startsWith("MAIL")) {
            return new Attempt.Retry(
                    "The mail server takes no mail from dianmai.kpi.mail.from: SMTP " + code + ".", null);
        }
        return code >= LASTING
                ? new Attempt.Refused("The mail server does not take this mail: SMTP " + code + ".")
                : new Attempt.Retry("The mail server takes no mail now: SMTP " + code + ".", null);
    }

    private static String words(Exception failure) {
        return failure.getMessage() == null ? "" : failure.getMessage();
    }

    /** All that hangs on a failure: causes, what Spring has collected, and the chains of Jakarta Mail. */
    private static List<Throwable> causes(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> found = new ArrayList<>();
        collect(failure, seen, found);
        return found;
    }

    private static void collect(@Nullable Throwable one, Set<Throwable> seen, List<Throwable> found) {
        if (one == null || !seen.add(one)) {
            return;
        }
        found.add(one);
        if (one instanceof MailSendException send) {
            Arrays.stream(send.getMessageExceptions()).forEach(each -> collect(each, seen, found));
        }
        if (one instanceof MessagingException chain) {
            collect(chain.getNextException(), seen, found);
        }
        collect(one.getCause(), seen, found);
    }
}

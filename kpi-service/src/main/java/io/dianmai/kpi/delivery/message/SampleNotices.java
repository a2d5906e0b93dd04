package io.dianmai.kpi.delivery.message;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderDigest;
import io.dianmai.contracts.reminder.ReminderEvent;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kpi.delivery.Notice;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Made-up notices to show what a template comes to. */
public final class SampleNotices {
    private static final String STORE = "sample-store";
    private static final String OWNER = "sample-adviser";
    private static final String ABOUT = "019cd57d-8cc8-7c2e-b907-4424c864d707";
    private static final Duration OVERDUE = Duration.ofMinutes(90);

    private SampleNotices() {}

    /** What a message of this subject would tell of. */
    public static List<Notice> of(MessageSubject subject, Instant now) {
        return switch (subject.shape()) {
            case REMINDER -> List.of(reminder(DeadlineKind.valueOf(subject.name()), now));
            case DIGEST -> List.of(digest(now));
            case BUNDLE ->
                List.of(reminder(DeadlineKind.FOLLOW_UP, now), reminder(DeadlineKind.COMPLAINT_RESPONSE, now));
        };
    }

    private static Notice reminder(DeadlineKind kind, Instant now) {
        Instant due = now.minus(OVERDUE);
        return notice(
                now,
                new ReminderFired(
                        kind,
                        ABOUT,
                        1,
                        OVERDUE.toMinutes(),
                        List.of(Role.SALES_MANAGER),
                        List.of(OWNER),
                        OWNER,
                        RungAction.NOTIFY,
                        due,
                        now,
                        now,
                        true,
                        null));
    }

    private static Notice digest(Instant now) {
        return notice(
                now,
                new ReminderDigest(
                        List.of(
                                new ReminderDigest.KindCount(DeadlineKind.FOLLOW_UP, 31),
                                new ReminderDigest.KindCount(DeadlineKind.LEAD_IDLE, 4)),
                        List.of(Role.SALES_MANAGER),
                        List.of(OWNER),
                        now.minus(Duration.ofHours(8)),
                        now,
                        33));
    }

    private static Notice notice(Instant now, ReminderEvent data) {
        var event = new Envelope<>("sample", URI.create("/kpi-service"), "sample", now, STORE, 1, now, null, data);
        return Notice.of(event, "示例门店 Sample Store");
    }
}

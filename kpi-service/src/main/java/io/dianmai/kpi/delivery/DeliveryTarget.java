package io.dianmai.kpi.delivery;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 推送目标: where reminders of some stores, kinds and roles go.
 *
 * @param name for people to read
 * @param kinds empty for all
 * @param roles reminders that one of these roles hears of; empty for all reminders
 * @param quietHours absent when it is told at any hour
 * @param address in clear: the URL of a webhook or robot, or a mail address. That of a robot is a secret
 * @param secrets to sign with, in clear, the present one first; after a change the former one stands behind it for some
 *     time. Empty where the channel needs none
 * @param createdAt it gets what was fired from then on
 */
public record DeliveryTarget(
        String id,
        String name,
        ChannelKind channel,
        TargetScope scope,
        Set<DeadlineKind> kinds,
        Set<Role> roles,
        Language language,
        @Nullable QuietHours quietHours,
        String address,
        List<String> secrets,
        Instant createdAt) {
    public DeliveryTarget {
        kinds = Set.copyOf(kinds);
        roles = Set.copyOf(roles);
        secrets = List.copyOf(secrets);
    }

    /** Whether it is told of these kinds although its quiet hours last. */
    public boolean isToldEvenInQuietHours(Set<DeadlineKind> deadlines) {
        return quietHours != null && deadlines.stream().anyMatch(quietHours.evenThen()::contains);
    }

    /** Keeps addresses and secrets out of logs. */
    @Override
    public String toString() {
        return "DeliveryTarget[" + id + ", " + channel + "]";
    }
}

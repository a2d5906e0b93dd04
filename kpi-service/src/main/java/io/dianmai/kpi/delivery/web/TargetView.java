package io.dianmai.kpi.delivery.web;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.delivery.ChannelKind;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Language;
import io.dianmai.kpi.delivery.QuietHours;
import io.dianmai.kpi.delivery.queue.QueueState;
import io.dianmai.kpi.delivery.target.TargetVersion;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target as it is shown: without its secrets.
 *
 * @param address without what lets others send: the query of a webhook, everything behind the host of a robot
 * @param secrets how many sign: two for some time after a change
 * @param secret only in the answer to the request that made it
 * @param state absent for a moment while it is made or deleted
 */
record TargetView(
        String id,
        long revision,
        String name,
        ChannelKind channel,
        String scope,
        List<DeadlineKind> kinds,
        List<Role> roles,
        Language language,
        @Nullable QuietHours quietHours,
        String address,
        int secrets,
        @Nullable String secret,
        Instant createdAt,
        @Nullable QueueState state) {

    static TargetView of(TargetVersion version, @Nullable QueueState state, @Nullable String newSecret) {
        DeliveryTarget target = version.target();
        return new TargetView(
                target.id(),
                version.revision(),
                target.name(),
                target.channel(),
                target.scope().text(),
                target.kinds().stream().sorted().toList(),
                target.roles().stream().sorted().toList(),
                target.language(),
                target.quietHours(),
                shown(target),
                target.secrets().size(),
                newSecret,
                target.createdAt(),
                state);
    }

    private static String shown(DeliveryTarget target) {
        return switch (target.channel()) {
            case MAIL -> target.address();
            case WEBHOOK -> {
                int query = target.address().indexOf('?');
                yield query < 0 ? target.address() : target.address().substring(0, query) + "?…";
            }
            case WECOM, DINGTALK, FEISHU -> {
                URI robot = URI.create(target.address());
                yield robot.getScheme() + "://" + robot.getAuthority() + "/…";
            }
        };
    }
}

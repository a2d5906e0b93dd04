package io.dianmai.kpi.delivery.web;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kpi.delivery.Attempt;
import io.dianmai.kpi.delivery.Channel;
import io.dianmai.kpi.delivery.Channels;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.target.TargetBook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/delivery-targets/{id}/test}: sends a made-up notice at once, past the queue, and says what came of it. */
@RestController
class TestController {
    private final TargetBook targets;
    private final Channels channels;
    private final Clock clock;

    TestController(TargetBook targets, Channels channels, Clock clock) {
        this.targets = targets;
        this.channels = channels;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param outcome {@code delivered}, {@code retry}, {@code dead} or {@code refused}; nothing is tried again
     */
    record Tested(
            String noticeId,
            String outcome,
            @Nullable Integer status,
            @Nullable String reason,
            long millis) {}

    @PostMapping("/api/delivery-targets/{id}/test")
    Tested test(Viewer viewer, @PathVariable String id) {
        viewer.require(Role.GROUP_HQ, Role.OPERATIONS);
        DeliveryTarget target =
                targets.find(id).orElseThrow(ProblemException::notFound).target();
        Channel channel = channels.find(target.channel()).orElseThrow(TargetProblems::channelMissing);
        Instant begun = clock.instant();
        var notice = TestNotice.of(target, begun);
        Attempt attempt = channel.send(target, List.of(notice));
        long millis = Duration.between(begun, clock.instant()).toMillis();
        return switch (attempt) {
            case Attempt.Delivered(int status) -> new Tested(notice.id(), "delivered", status, null, millis);
            case Attempt.Retry retry -> new Tested(notice.id(), "retry", null, retry.reason(), millis);
            case Attempt.Dead(String reason) -> new Tested(notice.id(), "dead", null, reason, millis);
            case Attempt.Refused(String reason) -> new Tested(notice.id(), "refused", null, reason, millis);
        };
    }
}

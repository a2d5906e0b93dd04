package io.dianmai.kpi.delivery.robot;

import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kpi.delivery.Attempt;
import io.dianmai.kpi.delivery.Channel;
import io.dianmai.kpi.delivery.ChannelKind;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Notice;
import io.dianmai.kpi.delivery.Objection;
import io.dianmai.kpi.delivery.OutgoingPost;
import io.dianmai.kpi.delivery.message.Message;
import io.dianmai.kpi.delivery.message.Wording;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Tells a group chat by its robot. Where it may not say more, what piles up is told in one message. */
final class RobotChannel implements Channel {
    private static final ProblemType NO_ROBOT =
            ProblemType.of("robot-address-invalid", "This is no address of a group robot", HttpStatus.BAD_REQUEST);
    private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json; charset=utf-8");
    private static final int MOST_AT_ONCE = 50;

    private final Robot robot;
    private final RobotPace pace;
    private final OutgoingPost post;
    private final Wording wording;
    private final Clock clock;

    RobotChannel(Robot robot, RobotPace pace, OutgoingPost post, Wording wording, Clock clock) {
        this.robot = robot;
        this.pace = pace;
        this.post = post;
        this.wording = wording;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return robot.kind();
    }

    @Override
    public int mostAtOnce() {
        return MOST_AT_ONCE;
    }

    @Override
    public Attempt send(DeliveryTarget target, List<Notice> notices) {
        Instant now = clock.instant();
        Optional<Duration> wait = pace.take(target.address(), robot.windows(), now);
        if (wait.isPresent()) {
            return new Attempt.Retry("The robot has said as much as it may for now.", wait.get());
        }
        Message message = wording.write(notices, target.language())
                .within(robot.longest(), robot::size, count -> wording.more(count, target.language()));
        Robot.Post request = robot.write(target, message, now);
        return switch (post.post(request.address(), HEADERS, request.body().getBytes(StandardCharsets.UTF_8))) {
            case OutgoingPost.Reply.Answered answer -> RobotAnswer.of(answer, robot::read);
            case OutgoingPost.Reply.Failed(String reason) -> new Attempt.Retry(reason, null);
        };
    }

    @Override
    public Optional<Objection> objection(DeliveryTarget draft) {
        try {
            if (robot.isAddress(new URI(draft.address()))) {
                return Optional.empty();
            }
        } catch (URISyntaxException none) {
            return Optional.of(notAnAddress());
        }
        return Optional.of(notAnAddress());
    }

    private Objection notAnAddress() {
        return new Objection(NO_ROBOT, "/address", "An address such as " + robot.exampleAddress() + " is needed.");
    }
}

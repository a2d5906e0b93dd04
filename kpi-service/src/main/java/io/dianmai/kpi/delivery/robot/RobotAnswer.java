package io.dianmai.kpi.delivery.robot;

import io.dianmai.kpi.delivery.Attempt;
import io.dianmai.kpi.delivery.OutgoingPost.Reply.Answered;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the answers of all robots have in common. */
final class RobotAnswer {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern SECONDS = Pattern.compile("\\d{1,5}");
    private static final Duration AT_LEAST = Duration.ofSeconds(1);

    private RobotAnswer() {}

    /**
     * Reads the status, then lets the robot read the body.
     *
     * @param body reads an answer whose status says nothing
     */
    static Attempt of(Answered answer, Function<Answered, Attempt> body) {
        int status = answer.status();
        if (status == 429) {
            return new Attempt.Retry("The robot is asked too often: HTTP 429.", retryAfter(answer));
        }
        if (status == 404 || status == 410) {
            return new Attempt.Dead("There is no such robot: HTTP " + status + ".");
        }
        if (status >= 500 || status < 200 || (status >= 300 && status < 400)) {
            return new Attempt.Retry("The robot's platform does not work now: HTTP " + status + ".", null);
        }
        return body.apply(answer);
    }

    /** The number that says how it went; empty when the body is not the robot's. */
    static OptionalInt code(Answered answer, String... fields) {
        try {
            JsonNode body = JSON.readTree(answer.body());
            for (String field : fields) {
                JsonNode code = body.path(field);
                if (code.isInt()) {
                    return OptionalInt.of(code.intValue());
                }
            }
            return OptionalInt.empty();
        } catch (JacksonException notJson) {
            return OptionalInt.empty();
        }
    }

    /** Something in between has answered, a proxy for example. */
    static Attempt notTheRobot(Answered answer) {
        return new Attempt.Retry("That was no robot's answer: HTTP " + answer.status() + ".", null);
    }

    /** Feishu tells it in a header of its own. */
    static @Nullable Duration retryAfter(Answered answer) {
        String seconds =
                answer.headers().getOrDefault("retry-after", answer.headers().get("x-ogw-ratelimit-reset"));
        if (seconds == null || !SECONDS.matcher(seconds).matches()) {
            return null;
        }
        Duration after = Duration.ofSeconds(Long.parseLong(seconds));
        return after.compareTo(AT_LEAST) < 0 ? AT_LEAST : after;
    }
}

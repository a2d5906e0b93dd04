package io.dianmai.kpi.delivery.robot;

import io.dianmai.kpi.delivery.Attempt;
import io.dianmai.kpi.delivery.ChannelKind;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.OutgoingPost.Reply.Answered;
import io.dianmai.kpi.delivery.message.Message;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * 钉钉自定义机器人: Markdown in a body up to 20,000 bytes, 20 messages a minute, and ten minutes of silence for whoever
 * sends more; with 加签 the address carries a time and a signature (open.dingtalk.com, custom robots).
 */
final class DingTalkRobot implements Robot {
    private static final String LINE_END = "\n\n";
    private static final Duration PENALTY = Duration.ofMinutes(10);

    @Override
    public ChannelKind kind() {
        return ChannelKind.DINGTALK;
    }

    @Override
    public List<RateWindow> windows() {
        return List.of(new RateWindow(20, Duration.ofSeconds(61)));
    }

    @Override
    public int longest() {
        return 20_000;
    }

    @Override
    public int size(Message message) {
        return RobotJson.utf8(body(message));
    }

    @Override
    public Post write(DeliveryTarget target, Message message, Instant now) {
        return new Post(URI.create(target.address() + signature(target, now)), body(message));
    }

    private static String body(Message message) {
        return RobotJson.text(Map.of(
                "msgtype",
                "markdown",
                "markdown",
                Map.of("title", ChatMarkdown.plain(message.title()), "text", ChatMarkdown.of(message, LINE_END))));
    }

    private static String signature(DeliveryTarget target, Instant now) {
        if (target.secrets().isEmpty()) {
            return "";
        }
        String secret = target.secrets().getFirst();
        long timestamp = now.toEpochMilli();
        String sign = Signature.of(secret, timestamp + "\n" + secret);
        return "&timestamp=" + timestamp + "&sign=" + URLEncoder.encode(sign, StandardCharsets.UTF_8);
    }

    @Override
    public Attempt read(Answered answer) {
        OptionalInt code = RobotAnswer.code(answer, "errcode");
        if (code.isEmpty()) {
            return RobotAnswer.notTheRobot(answer);
        }
        return switch (code.getAsInt()) {
            case 0 -> new Attempt.Delivered(answer.status());
            case 130101, 410100 -> new Attempt.Retry("DingTalk limits the robot.", PENALTY);
            case -1 -> new Attempt.Retry("DingTalk is busy.", null);
            // Unknown token, group dissolved, robot stopped or deleted.
            case 300001, 300005, 400013, 400101, 400102, 400106 ->
                new Attempt.Dead("DingTalk knows no such robot (errcode " + code.getAsInt() + ").");
            // Signature, keyword or network: all of them are settings of the robot.
            case 310000 -> new Attempt.Dead("The robot's security settings refuse us: check its secret and keywords.");
            default -> new Attempt.Refused("DingTalk does not take the message (errcode " + code.getAsInt() + ").");
        };
    }

    @Override
    public String exampleAddress() {
        return "https://oapi.dingtalk.com/robot/send?access_token=…";
    }

    @Override
    public boolean isAddress(URI address) {
        return RobotAddress.isHttp(address) && RobotAddress.hasParameter(address, "access_token");
    }
}

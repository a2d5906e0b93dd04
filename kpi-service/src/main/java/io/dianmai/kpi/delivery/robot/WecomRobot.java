package io.dianmai.kpi.delivery.robot;

import io.dianmai.kpi.delivery.Attempt;
import io.dianmai.kpi.delivery.ChannelKind;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.OutgoingPost.Reply.Answered;
import io.dianmai.kpi.delivery.message.Message;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * 企业微信群机器人: Markdown up to 4096 bytes, 20 messages a minute; the key in the address is all it asks for
 * (developer.work.weixin.qq.com, document 91770).
 */
final class WecomRobot implements Robot {
    private static final String LINE_END = "\n";
    private static final Duration WINDOW = Duration.ofSeconds(61);

    @Override
    public ChannelKind kind() {
        return ChannelKind.WECOM;
    }

    @Override
    public List<RateWindow> windows() {
        return List.of(new RateWindow(20, WINDOW));
    }

    @Override
    public int longest() {
        return 4096;
    }

    @Override
    public int size(Message message) {
        return RobotJson.utf8(ChatMarkdown.of(message, LINE_END));
    }

    @Override
    public Post write(DeliveryTarget target, Message message, Instant now) {
        var body = Map.of("msgtype", "markdown", "markdown", Map.of("content", ChatMarkdown.of(message, LINE_END)));
        return new Post(URI.create(target.address()), RobotJson.text(body));
    }

    @Override
    public Attempt read(Answered answer) {
        OptionalInt code = RobotAnswer.code(answer, "errcode");
        if (code.isEmpty()) {
            return RobotAnswer.notTheRobot(answer);
        }
        return switch (code.getAsInt()) {
            case 0 -> new Attempt.Delivered(answer.status());
            // Too often, in a minute or at the same moment.
            case 45009, 45033 -> new Attempt.Retry("WeCom limits the robot.", WINDOW);
            case -1 -> new Attempt.Retry("WeCom is busy.", null);
            case 93000 -> new Attempt.Dead("WeCom knows no such robot (errcode 93000).");
            default -> new Attempt.Refused("WeCom does not take the message (errcode " + code.getAsInt() + ").");
        };
    }

    @Override
    public String exampleAddress() {
        return "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…";
    }

    @Override
    public boolean isAddress(URI address) {
        return RobotAddress.isHttp(address) && RobotAddress.hasParameter(address, "key");
    }
}

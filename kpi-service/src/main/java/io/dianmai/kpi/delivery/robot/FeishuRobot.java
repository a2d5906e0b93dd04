package io.dianmai.kpi.delivery.robot;

import io.dianmai.kpi.delivery.Attempt;
import io.dianmai.kpi.delivery.ChannelKind;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Language;
import io.dianmai.kpi.delivery.OutgoingPost.Reply.Answered;
import io.dianmai.kpi.delivery.message.Message;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * 飞书自定义机器人: a post of plain text nodes, which know no markup and so need no escaping, in a body up to 20 KB; 100
 * messages a minute and 5 a second; with 签名校验 the body carries a time and a signature (open.feishu.cn, custom bots).
 */
final class FeishuRobot implements Robot {
    private static final Duration A_MINUTE = Duration.ofSeconds(61);
    /** What time and signature add to a body. */
    private static final int SIGNED = 100;

    @Override
    public ChannelKind kind() {
        return ChannelKind.FEISHU;
    }

    @Override
    public List<RateWindow> windows() {
        return List.of(new RateWindow(100, A_MINUTE), new RateWindow(5, Duration.ofMillis(1_100)));
    }

    @Override
    public int longest() {
        return 20 * 1024;
    }

    @Override
    public int size(Message message) {
        return RobotJson.utf8(RobotJson.text(content(message, Language.ZH))) + SIGNED;
    }

    @Override
    public Post write(DeliveryTarget target, Message message, Instant now) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (!target.secrets().isEmpty()) {
            String timestamp = Long.toString(now.getEpochSecond());
            body.put("timestamp", timestamp);
            // The text is the key here and nothing is signed with it: so the documentation says.
            body.put("sign", Signature.of(timestamp + "\n" + target.secrets().getFirst(), ""));
        }
        body.putAll(content(message, target.language()));
        return new Post(URI.create(target.address()), RobotJson.text(body));
    }

    private static Map<String, Object> content(Message message, Language language) {
        String locale = switch (language) {
            case ZH -> "zh_cn";
            case EN -> "en_us";
        };
        List<List<Map<String, String>>> lines = message.lines().stream()
                .map(line -> List.of(Map.of("tag", "text", "text", line)))
                .toList();
        var post = Map.of(locale, Map.of("title", message.title(), "content", lines));
        return Map.of("msg_type", "post", "content", Map.of("post", post));
    }

    @Override
    public Attempt read(Answered answer) {
        // Older installations answer with StatusCode when it went well.
        OptionalInt code = RobotAnswer.code(answer, "code", "StatusCode");
        if (code.isEmpty()) {
            return RobotAnswer.notTheRobot(answer);
        }
        return switch (code.getAsInt()) {
            case 0 -> new Attempt.Delivered(answer.status());
            case 11232, 99991400 -> new Attempt.Retry("Feishu limits the robot.", waitOr(answer, A_MINUTE));
            // A bad request, also too many of them.
            case 9499 ->
                answer.body().contains("too many request")
                        ? new Attempt.Retry("Feishu limits the robot.", waitOr(answer, A_MINUTE))
                        : new Attempt.Refused("Feishu does not take the message (code 9499).");
            case 2200 -> new Attempt.Retry("Feishu does not work now (code 2200).", null);
            case 19001 -> new Attempt.Dead("Feishu knows no such robot (code 19001).");
            // Signature, network or keyword: all of them are settings of the robot.
            case 19021, 19022, 19024 ->
                new Attempt.Dead("The robot's security settings refuse us (code " + code.getAsInt() + ").");
            default -> new Attempt.Refused("Feishu does not take the message (code " + code.getAsInt() + ").");
        };
    }

    private static Duration waitOr(Answered answer, Duration otherwise) {
        Duration asked = RobotAnswer.retryAfter(answer);
        return asked == null ? otherwise : asked;
    }

    @Override
    public String exampleAddress() {
        return "https://open.feishu.cn/open-apis/bot/v2/hook/…";
    }

    @Override
    public boolean isAddress(URI address) {
        String path = address.getPath();
        return RobotAddress.isHttp(address) && path != null && path.matches(".*/hook/[^/]+");
    }
}

package io.dianmai.kpi.delivery.robot;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kit.test.MutableClock;
import io.dianmai.kpi.MemoryStore;
import io.dianmai.kpi.delivery.Attempt;
import io.dianmai.kpi.delivery.ChannelKind;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Language;
import io.dianmai.kpi.delivery.Notice;
import io.dianmai.kpi.delivery.message.Told;
import java.util.List;
import java.util.stream.IntStream;

/** Robots of all kinds, and what they are given to say. */
final class RobotStand implements AutoCloseable {
    static final String STORE_NAME = "[店](http://e.vil)<@all>\n# \"x\"";
    static final String SECRET = "SECthis-is-a-secret";

    private final MemoryStore store = new MemoryStore();
    private final MutableClock clock = new MutableClock(Told.NOW);
    private final PostOffice post = new PostOffice();

    PostOffice post() {
        return post;
    }

    MutableClock clock() {
        return clock;
    }

    RobotChannel channel(ChannelKind kind) {
        return new RobotChannel(robot(kind), new RobotPace(store.mongo()), post, Told.wording(clock), clock);
    }

    /** Sends so many reminders in one message. */
    Attempt send(ChannelKind kind, int notices, String... secrets) {
        return channel(kind).send(target(kind, secrets), notices(notices));
    }

    static DeliveryTarget target(ChannelKind kind, String... secrets) {
        return Told.target(kind, Language.ZH, address(kind), secrets);
    }

    static List<Notice> notices(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Told.reminder("n" + i, DeadlineKind.FOLLOW_UP, STORE_NAME))
                .toList();
    }

    static String address(ChannelKind kind) {
        return switch (kind) {
            case WECOM -> "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=the-key";
            case DINGTALK -> "https://oapi.dingtalk.com/robot/send?access_token=the-token";
            case FEISHU -> "https://open.feishu.cn/open-apis/bot/v2/hook/the-hook";
            case WEBHOOK, MAIL -> throw new AssertionError("no robot");
        };
    }

    static Robot robot(ChannelKind kind) {
        return switch (kind) {
            case WECOM -> new WecomRobot();
            case DINGTALK -> new DingTalkRobot();
            case FEISHU -> new FeishuRobot();
            case WEBHOOK, MAIL -> throw new AssertionError("no robot");
        };
    }

    @Override
    public void close() {
        store.close();
    }
}

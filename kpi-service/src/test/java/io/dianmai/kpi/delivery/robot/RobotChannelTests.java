package io.dianmai.kpi.delivery.robot;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kpi.delivery.Attempt;
import io.dianmai.kpi.delivery.ChannelKind;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Language;
import io.dianmai.kpi.delivery.OutgoingPost;
import io.dianmai.kpi.delivery.message.Told;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes of a message: by the answer, by the limits, and before there is a target at all. */
class RobotChannelTests {
    private static final DeliveryTarget WECOM = RobotStand.target(ChannelKind.WECOM);

    private final RobotStand robots = new RobotStand();

    @AfterEach
    void close() {
        robots.close();
    }

    @Test
    void waitsAtTheLimitAndSaysHowLong() {
        RobotChannel channel = robots.channel(ChannelKind.WECOM);
        for (int i = 0; i < 20; i++) {
            assertThat(channel.send(WECOM, RobotStand.notices(1))).isEqualTo(new Attempt.Delivered(200));
        }
        robots.clock().advance(Duration.ofSeconds(40));

        assertThat(channel.send(WECOM, RobotStand.notices(1)))
                .isEqualTo(new Attempt.Retry("The robot has said as much as it may for now.", Duration.ofSeconds(21)));
        assertThat(robots.post().posted()).hasSize(20);
        robots.clock().advance(Duration.ofSeconds(21));
        assertThat(channel.send(WECOM, RobotStand.notices(50))).isEqualTo(new Attempt.Delivered(200));
        assertThat(robots.post().posted()).hasSize(21);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    WECOM    | 200 | {"errcode":0,"errmsg":"ok"}                                   | Delivered |
                    WECOM    | 200 | {"errcode":45009,"errmsg":"api freq out of limit"}            | Retry     | PT61S
                    WECOM    | 200 | {"errcode":-1,"errmsg":"system error"}                        | Retry     |
                    WECOM    | 200 | {"errcode":93000,"errmsg":"invalid webhook url"}              | Dead      |
                    WECOM    | 200 | {"errcode":40058,"errmsg":"exceed max length 4096"}           | Refused   |
                    WECOM    | 200 | <html>a proxy</html>                                          | Retry     |
                    WECOM    | 200 | {}                                                            | Retry     |
                    WECOM    | 200 | {"errcode":"0"}                                               | Retry     |
                    WECOM    | 429 | x                                                             | Retry     |
                    WECOM    | 302 | x                                                             | Retry     |
                    WECOM    | 503 | x                                                             | Retry     |
                    WECOM    | 404 | x                                                             | Dead      |
                    DINGTALK | 200 | {"errcode":0,"errmsg":"ok"}                                   | Delivered |
                    DINGTALK | 200 | {"status":1111,"wait":5,"errcode":130101,"errmsg":"too fast"} | Retry     | PT10M
                    DINGTALK | 200 | {"errcode":310000,"errmsg":"sign not match"}                  | Dead      |
                    DINGTALK | 200 | {"errcode":300005,"errmsg":"token is not exist"}              | Dead      |
                    DINGTALK | 200 | {"errcode":400102,"errmsg":"robot stopped"}                   | Dead      |
                    DINGTALK | 200 | {"errcode":460101,"errmsg":"message too long"}                | Refused   |
                    DINGTALK | 200 | {"errcode":-1}                                                | Retry     |
                    FEISHU   | 200 | {"code":0,"msg":"success","data":{}}                          | Delivered |
                    FEISHU   | 200 | {"StatusCode":0,"StatusMessage":"success"}                    | Delivered |
                    FEISHU   | 200 | {"code":11232,"msg":"frequency limited"}                      | Retry     | PT61S
                    FEISHU   | 400 | {"code":9499,"msg":"too many request","data":{}}              | Retry     | PT61S
                    FEISHU   | 400 | {"code":9499,"msg":"Bad Request","data":{}}                   | Refused   |
                    FEISHU   | 400 | {"code":99991400,"msg":"request trigger frequency limit"}     | Retry     | PT61S
                    FEISHU   | 200 | {"code":19021,"msg":"sign match fail"}                        | Dead      |
                    FEISHU   | 200 | {"code":19001,"msg":"incoming webhook access token invalid"}  | Dead      |
                    FEISHU   | 200 | {"code":19036,"msg":"exceeds the size limit"}                 | Refused   |
                    FEISHU   | 200 | {"code":2200,"msg":"internal error"}                          | Retry     |
                    """)
    void readsAnswers(ChannelKind kind, int status, String body, String expected, @Nullable Duration after) {
        robots.post().answers(PostOffice.answered(status, body));

        Attempt attempt = robots.send(kind, 1, RobotStand.SECRET);

        assertThat(attempt.getClass().getSimpleName()).isEqualTo(expected);
        if (attempt instanceof Attempt.Retry retry) {
            assertThat(retry.after()).isEqualTo(after);
        }
        assertThat(attempt.toString()).doesNotContain("the-key", "the-token", "the-hook", RobotStand.SECRET);
    }

    @Test
    void waitsAsLongAsItIsAskedTo() {
        robots.post().answers(new OutgoingPost.Reply.Answered(429, Map.of("x-ogw-ratelimit-reset", "52"), ""));
        assertThat(robots.send(ChannelKind.FEISHU, 1))
                .isEqualTo(new Attempt.Retry("The robot is asked too often: HTTP 429.", Duration.ofSeconds(52)));
        robots.post().answers(new OutgoingPost.Reply.Answered(429, Map.of("retry-after", "0"), ""));
        assertThat(robots.send(ChannelKind.WECOM, 1))
                .isEqualTo(new Attempt.Retry("The robot is asked too often: HTTP 429.", Duration.ofSeconds(1)));
    }

    @Test
    void triesAgainWhereThereWasNoAnswer() {
        robots.post().answers(new OutgoingPost.Reply.Failed("No answer in time."));

        assertThat(robots.send(ChannelKind.WECOM, 1)).isEqualTo(new Attempt.Retry("No answer in time.", null));
    }

    @ParameterizedTest
    @CsvSource({
        "WECOM, https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k, true",
        "WECOM, https://qyapi.weixin.qq.com/cgi-bin/webhook/send, false",
        "WECOM, https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=, false",
        "WECOM, ftp://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k, false",
        "WECOM, https://u:p@qyapi.weixin.qq.com/send?key=k, false",
        "WECOM, https://qyapi.weixin.qq.com/send?key=k#x, false",
        "WECOM, not an address, false",
        "DINGTALK, https://oapi.dingtalk.com/robot/send?access_token=t, true",
        "DINGTALK, https://oapi.dingtalk.com/robot/send?key=t, false",
        "FEISHU, https://open.feishu.cn/open-apis/bot/v2/hook/h, true",
        "FEISHU, https://open.feishu.cn/open-apis/bot/v2/hook/, false",
        "FEISHU, mailto:a@b.cd, false"
    })
    void knowsAddressesOfRobots(ChannelKind kind, String address, boolean good) {
        var objection = robots.channel(kind).objection(Told.target(kind, Language.ZH, address));

        assertThat(objection.isEmpty()).isEqualTo(good);
        objection.ifPresent(it -> {
            assertThat(it.type().slug()).isEqualTo("robot-address-invalid");
            assertThat(it.detail()).startsWith("An address such as https://");
        });
    }
}

package io.dianmai.kpi.delivery.robot;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kpi.delivery.Attempt;
import io.dianmai.kpi.delivery.ChannelKind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What leaves for each kind of robot. The signatures were computed with another program. */
class RobotFormsTests {
    private final RobotStand robots = new RobotStand();

    @AfterEach
    void close() {
        robots.close();
    }

    @Test
    void speaksTheLanguageOfWecom() {
        assertThat(robots.send(ChannelKind.WECOM, 1)).isEqualTo(new Attempt.Delivered(200));

        PostOffice.Posted posted = robots.post().posted().getFirst();
        assertThat(posted.address()).hasToString(RobotStand.address(ChannelKind.WECOM));
        assertThat(posted.headers()).containsEntry("Content-Type", "application/json; charset=utf-8");
        assertThat(posted.body().path("msgtype").asString()).isEqualTo("markdown");
        assertThat(posted.body().path("markdown").path("content").asString())
                .startsWith("**【跟进】［店］(http：//e.vil)＜＠all＞ ＃ \"x\"：客户跟进已超期1小时30分钟**\n> 跟进任务 ")
                .contains("\n> 通知：王敏");
    }

    @Test
    void speaksTheLanguageOfDingTalk() {
        assertThat(robots.send(ChannelKind.DINGTALK, 1, RobotStand.SECRET)).isEqualTo(new Attempt.Delivered(200));

        PostOffice.Posted posted = robots.post().posted().getFirst();
        assertThat(posted.address())
                .hasToString(RobotStand.address(ChannelKind.DINGTALK)
                        + "&timestamp=1773280800000&sign=s2qO8Q7oZO%2BNZGBaJv44VnOF9%2BJ9hqnenzXzEHg2mwk%3D");
        assertThat(posted.body().path("msgtype").asString()).isEqualTo("markdown");
        assertThat(posted.body().path("markdown").path("title").asString()).startsWith("【跟进】［店］");
        assertThat(posted.body().path("markdown").path("text").asString()).contains("**\n\n> 跟进任务 ");
    }

    @Test
    void signsOnlyWhereThereIsASecret() {
        robots.send(ChannelKind.DINGTALK, 1);
        robots.send(ChannelKind.FEISHU, 1);

        assertThat(robots.post().posted().getFirst().address()).hasToString(RobotStand.address(ChannelKind.DINGTALK));
        assertThat(robots.post().posted().getLast().body().has("sign")).isFalse();
    }

    @Test
    void speaksTheLanguageOfFeishu() {
        assertThat(robots.send(ChannelKind.FEISHU, 1, RobotStand.SECRET)).isEqualTo(new Attempt.Delivered(200));

        JsonNode body = robots.post().posted().getFirst().body();
        assertThat(body.path("timestamp").asString()).isEqualTo("1773280800");
        assertThat(body.path("sign").asString()).isEqualTo("TOsAkEj7akJS8yMrw2pkckVpz5ajXft3jqyyA8fo4a0=");
        assertThat(body.path("msg_type").asString()).isEqualTo("post");
        JsonNode chinese = body.path("content").path("post").path("zh_cn");
        assertThat(chinese.path("title").asString()).startsWith("【跟进】[店](http://e.vil)<@all> # \"x\"：");
        assertThat(chinese.path("content").path(0).path(0).path("tag").asString())
                .isEqualTo("text");
        assertThat(chinese.path("content").size()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = ChannelKind.class,
            names = {"WECOM", "DINGTALK", "FEISHU"})
    void tellsWhatPilesUpInOneMessageThatFits(ChannelKind kind) {
        assertThat(robots.send(kind, 50)).isEqualTo(new Attempt.Delivered(200));

        PostOffice.Posted posted = robots.post().posted().getFirst();
        String counted = kind == ChannelKind.WECOM
                ? posted.body().path("markdown").path("content").asString()
                : posted.text();
        assertThat(counted.getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(RobotStand.robot(kind).longest());
        assertThat(posted.text()).contains("【店脉】50 条提醒");
        assertThat(posted.text().contains("……另有 ")).isEqualTo(kind == ChannelKind.WECOM);
    }
}

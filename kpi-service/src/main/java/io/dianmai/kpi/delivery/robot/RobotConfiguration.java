package io.dianmai.kpi.delivery.robot;

import io.dianmai.kpi.delivery.OutgoingPost;
import io.dianmai.kpi.delivery.message.Wording;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One channel for each kind of robot. */
@Configuration(proxyBeanMethods = false)
class RobotConfiguration {
    @Bean
    RobotChannel wecomChannel(RobotPace pace, OutgoingPost post, Wording wording, Clock clock) {
        return new RobotChannel(new WecomRobot(), pace, post, wording, clock);
    }

    @Bean
    RobotChannel dingTalkChannel(RobotPace pace, OutgoingPost post, Wording wording, Clock clock) {
        return new RobotChannel(new DingTalkRobot(), pace, post, wording, clock);
    }

    @Bean
    RobotChannel feishuChannel(RobotPace pace, OutgoingPost post, Wording wording, Clock clock) {
        return new RobotChannel(new FeishuRobot(), pace, post, wording, clock);
    }
}

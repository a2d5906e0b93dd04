package io.dianmai.followup.policy;

import static io.dianmai.contracts.followup.TaskPurpose.AGREED;
import static io.dianmai.contracts.followup.TaskPurpose.CADENCE;
import static io.dianmai.contracts.followup.TaskPurpose.DEPOSIT_CONTACT;
import static io.dianmai.contracts.followup.TaskPurpose.FIRST_RESPONSE;
import static io.dianmai.contracts.followup.TaskPurpose.POOL_REVISIT;
import static io.dianmai.contracts.followup.TaskPurpose.REACTIVATION;
import static io.dianmai.contracts.followup.TaskPurpose.STAGE_REVIEW;

import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules that ship, from the working papers of dealership groups: digital leads on day 15, 30 and 60; customers with a
 * deposit once a week; leads out of the pool within 10 days of the recall; lost customers once a quarter, which is 91 days; a
 * lead without an effective contact for a month is recalled, which is announced three days before. How far a task can be put
 * off the papers do not say: a day for a first response, else about the time that such tasks are apart.
 */
final class ShippedPolicies {
    private static final Map<TaskPurpose, Duration> LONGEST_SNOOZE = Map.of(
            FIRST_RESPONSE, Duration.ofDays(1),
            CADENCE, Duration.ofDays(7),
            AGREED, Duration.ofDays(30),
            STAGE_REVIEW, Duration.ofDays(7),
            DEPOSIT_CONTACT, Duration.ofDays(7),
            POOL_REVISIT, Duration.ofDays(5),
            REACTIVATION, Duration.ofDays(30));

    private static final List<Guide> STEPS = List.of(
            new Guide(
                    "第一步：问候客户，确认收到，并发送短信或微信。",
                    "Step 1: greet the customer, confirm the enquiry, and send a message.",
                    null),
            new Guide(
                    "第二步：来店当日建好意向客户卡，补全车型、颜色、预算、付款方式和置换。",
                    "Step 2: complete the customer card within the day of the visit: model, colour, budget, payment, trade-in.",
                    null),
            new Guide(
                    "第三步：备好话术再致电，解答上次的疑问，说明当前优惠。",
                    "Step 3: a prepared call: answer what was left open and tell the present offer.",
                    ContactMedium.CALL),
            new Guide(
                    "第四步：再次致电并记录，重新判定级别，邀约到店。",
                    "Step 4: a second call, recorded: judge the level anew and invite the customer to the store.",
                    ContactMedium.CALL),
            new Guide(
                    "第五步：深度接待二次到店，试驾、报价、促成订单；成交后归档并保持联系。",
                    "Step 5: a second visit in depth: test drive, quote, order; then archive and keep in touch.",
                    ContactMedium.VISIT));

    private static final Map<TaskPurpose, Guide> GUIDES = Map.of(
            STAGE_REVIEW,
            new Guide(
                    "阶段跟踪：客户尚未到店，了解进展，重新邀约，判断是否继续跟进。",
                    "Stage review: the customer has not visited yet. Ask how far they are and invite them again.",
                    ContactMedium.CALL),
            DEPOSIT_CONTACT,
            new Guide(
                    "订金客户每周联系：通报订单与到车进度，确认付款和交车时间。",
                    "Weekly contact after the deposit: tell how the order stands, confirm payment and delivery.",
                    ContactMedium.CALL),
            POOL_REVISIT,
            new Guide(
                    "公海客户回访：自我介绍，了解之前的顾虑，重新判定意向。",
                    "A lead out of the pool: introduce yourself, ask what held the customer back, judge the interest anew.",
                    ContactMedium.CALL),
            REACTIVATION,
            new Guide(
                    "战败激活：问候客户，了解用车和换购打算，介绍新车型与活动。",
                    "A lost customer: greet, ask about the car and plans to change it, tell of new models and events.",
                    ContactMedium.CALL));

    private ShippedPolicies() {}

    static CadencePolicy cadence(FollowUpProperties.Intervals intervals) {
        return new CadencePolicy(
                Rhythm.every(intervals.o()),
                Rhythm.every(intervals.h()),
                Rhythm.every(intervals.a()),
                Rhythm.every(intervals.b()),
                Rhythm.every(intervals.c()));
    }

    static TaskPolicy tasks(FollowUpProperties properties) {
        return new TaskPolicy(
                properties.firstResponseMinutes(),
                new StageReviews(Set.of(Channel.WEB), List.of(15, 30, 60)),
                Duration.ofDays(7),
                Duration.ofDays(10),
                Duration.ofDays(91),
                properties.effectiveResults(),
                properties.horizon(),
                LONGEST_SNOOZE,
                27,
                STEPS,
                GUIDES);
    }
}

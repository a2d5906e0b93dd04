package io.dianmai.followup.policy;

import io.dianmai.contracts.followup.ContactResult;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What holds where and while headquarters says nothing, as far as an installation wants it otherwise than it ships.
 *
 * @param firstResponseMinutes business minutes; a group's standard is 30
 * @param cadence see {@link Intervals}
 * @param effectiveResults no answer and wrong number do not count, and automatic replies never stop a clock; a customer
 *     who refused was reached, so that counts
 * @param horizon how far ahead a contact may be agreed or moved to
 */
@Validated
@ConfigurationProperties("dianmai.follow-up")
record FollowUpProperties(
        @DefaultValue("30") @Min(1) @Max(10_000) long firstResponseMinutes,
        @DefaultValue @Valid Intervals cadence,

        @DefaultValue({"CONNECTED", "AGREED_NEXT_STEP", "CAME_TO_STORE", "REFUSED"}) @NotEmpty
        Set<ContactResult> effectiveResults,

        @DefaultValue("366d") @DurationMin(days = 1) @DurationMax(days = 3660)
        Duration horizon) {

    /**
     * Time between contacts by level: once a week for O and B; "twice a week" is read as every three and a half days,
     * "twice a month" as every fifteen days. Schemes with a level H expect it to close within a week: every other day.
     */
    record Intervals(
            @DefaultValue("7d") @DurationMin(hours = 1) @DurationMax(days = 366)
            Duration o,

            @DefaultValue("2d") @DurationMin(hours = 1) @DurationMax(days = 366)
            Duration h,

            @DefaultValue("84h") @DurationMin(hours = 1) @DurationMax(days = 366)
            Duration a,

            @DefaultValue("7d") @DurationMin(hours = 1) @DurationMax(days = 366)
            Duration b,

            @DefaultValue("15d") @DurationMin(hours = 1) @DurationMax(days = 366)
            Duration c) {}
}

package io.dianmai.kpi.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What has come of sending. Reasons are for HQ and store managers to read: they hold no address and no secret. */
public sealed interface Attempt {
    /**
     * The other side has it.
     *
     * @param status as the protocol has it, for example 204 of HTTP or 250 of SMTP
     */
    record Delivered(int status) implements Attempt {}

    /**
     * Not now: it is tried again, later and later, for a day.
     *
     * @param after how long the other side asks to wait; absent when it does not say
     */
    record Retry(String reason, @Nullable Duration after) implements Attempt {}

    /** The target is gone, for example 410 or a robot that was deleted: nothing is sent there until somebody resumes it. */
    record Dead(String reason) implements Attempt {}

    /** This notice will never be taken: it is parked, and the next one's turn comes. */
    record Refused(String reason) implements Attempt {}
}

package io.dianmai.kpi.whatif;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many reminders another ladder would have fired.
 *
 * @param from first instant of the days
 * @param to when it was asked
 * @param heardTo what came to be known later is not counted; absent when that cannot be told
 * @param runs of clocks that were looked at
 * @param applied those of them for which the other ladder would have held: for the rest a more specific one does
 * @param reminders in all
 * @param rungs by minutes from the due time
 * @param audience by role
 * @param people by staff id, those that change most
 * @param stores those that change most
 */
record WhatIfAnswer(
        DeadlineKind kind,
        String scope,
        Instant from,
        Instant to,
        @Nullable Instant heardTo,
        long runs,
        long applied,
        Total reminders,
        List<Line<Long>> rungs,
        List<Line<Role>> audience,
        List<Line<String>> people,
        List<Line<String>> stores) {

    /** In all. */
    record Total(long present, long other, long difference) {}

    /**
     * Of one thing.
     *
     * @param present fired by the ladder that holds now
     * @param other fired by the other one
     * @param difference by how many the other one fires more
     */
    record Line<K>(K of, long present, long other, long difference) {
        Line(K of, long present, long other) {
            this(of, present, other, other - present);
        }
    }
}

package io.dianmai.kpi.delivery.queue;

import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Notice;

/**
 * A target has two queues, so that what is told at any hour does not stand behind what waits for the morning. Without
 * quiet hours everything stands in the usual one.
 */
enum Lane {
    ANY_HOUR("any", 'a'),
    USUAL("usual", 'u');

    private final String field;
    private final char mark;

    Lane(String field, char mark) {
        this.field = field;
        this.mark = mark;
    }

    static Lane of(DeliveryTarget target, Notice notice) {
        return target.isToldEvenInQuietHours(notice.deadlines()) ? ANY_HOUR : USUAL;
    }

    /** Where the queue's document keeps its ends. */
    String field() {
        return field;
    }

    /** Id of the delivery with a number in this lane of a target; ids are in the order of numbers. */
    String deliveryId(String targetId, long number) {
        return "%s:%c%012d".formatted(targetId, mark, number);
    }
}

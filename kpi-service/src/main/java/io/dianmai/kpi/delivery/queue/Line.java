package io.dianmai.kpi.delivery.queue;

/**
 * What stands in one lane.
 *
 * @param head number of the first delivery that has not ended
 * @param tail number that the next delivery gets
 */
record Line(long head, long tail) {
    long length() {
        return tail - head;
    }
}

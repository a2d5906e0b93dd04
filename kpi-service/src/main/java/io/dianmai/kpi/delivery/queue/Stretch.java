package io.dianmai.kpi.delivery.queue;

import io.dianmai.kpi.delivery.queue.Deliveries.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The beginning of a lane: what is sent next.
 *
 * @param waiting the next ones, as many as one message can hold
 * @param next number behind the last of them: what lies before it has ended, or is among them
 * @param hole whether the first number is one where nothing stands yet
 */
record Stretch(List<Delivery> waiting, long next, boolean hole) {

    /** The first stretch of a window that begins at the head. */
    static Stretch of(Map<Long, Place> window, Line line, int most) {
        List<Delivery> waiting = new ArrayList<>();
        long number = line.head();
        while (number < line.tail() && waiting.size() < most) {
            Place place = window.get(number);
            if (place == null) {
                break;
            }
            if (place.waiting() != null) {
                waiting.add(place.waiting());
            }
            number++;
        }
        return new Stretch(List.copyOf(waiting), number, number == line.head());
    }
}

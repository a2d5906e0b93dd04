package io.dianmai.kpi.state;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many objects the tasks of one instance keep in hand together: memory is the instance's, and how many tasks it has
 * changes with each instance that comes and goes.
 */
public final class Room {
    /** What a task may always keep, however much the others hold, as a part of the whole. */
    private static final int SHARE_OF_EACH = 32;

    private final int limit;
    private final AtomicInteger taken = new AtomicInteger();

    /** @param limit of all together; each may keep a 32nd of it, whatever the others hold */
    public Room(int limit) {
        this.limit = limit;
    }

    void take() {
        taken.incrementAndGet();
    }

    void leave(int objects) {
        taken.addAndGet(-objects);
    }

    /** Whether one of those who share it, who holds so many, must give some up. */
    boolean isCrowdedBy(int held) {
        return taken.get() > limit && held > limit / SHARE_OF_EACH + 1;
    }
}

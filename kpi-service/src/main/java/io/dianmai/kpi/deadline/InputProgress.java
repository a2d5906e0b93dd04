package io.dianmai.kpi.deadline;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** How far the inputs that arm and clear deadlines have been written and read, per topic, in one partition. */
public interface InputProgress {
    /** The offset after the last record of each topic that has records. */
    CompletableFuture<Map<String, Long>> written(int partition);

    /** The offset up to which each topic was processed and committed; topics never read are left out. */
    CompletableFuture<Map<String, Long>> processed(int partition);
}

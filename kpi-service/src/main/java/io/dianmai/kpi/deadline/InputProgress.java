package io.dianmai.kpi.deadline;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** How far inputs have been written and read in one partition, each under a name of its own. */
public interface InputProgress {
    /** The offset after the last record of each input that has records. */
    CompletableFuture<Map<String, Long>> written(int partition);

    /** The offset up to which each input was processed and committed; those never read are left out. */
    CompletableFuture<Map<String, Long>> processed(int partition);
}

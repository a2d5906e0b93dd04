package io.dianmai.kpi.deadline;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A broker that says what it is told to. */
final class FakeProgress implements InputProgress {
    final Map<String, Long> written = new HashMap<>();
    final Map<String, Long> processed = new HashMap<>();

    @Nullable
    CompletableFuture<Map<String, Long>> answer;

    int questions;

    @Override
    public CompletableFuture<Map<String, Long>> written(int partition) {
        return answer(written);
    }

    @Override
    public CompletableFuture<Map<String, Long>> processed(int partition) {
        return answer(processed);
    }

    private CompletableFuture<Map<String, Long>> answer(Map<String, Long> offsets) {
        questions++;
        return answer == null ? CompletableFuture.completedFuture(Map.copyOf(offsets)) : answer;
    }
}

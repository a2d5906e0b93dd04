package io.dianmai.kit.messaging;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * How often a record is tried. What fails because the store or the broker is away is tried until it is back: a partition
 * that waits loses nothing. Anything else is the record's own fault and is tried three times in all.
 */
final class RetryPolicy {
    /** Tries in all for a record that fails by itself. */
    static final int TRIES = 3;

    private static final long PAUSE_MS = 500;

    private RetryPolicy() {}

    static BackOff backOffFor(Throwable failure) {
        if (somethingIsAway(failure)) {
            return new FixedBackOff(PAUSE_MS, FixedBackOff.UNLIMITED_ATTEMPTS);
        }
        var backOff = new ExponentialBackOff(100, 4);
        backOff.setMaxAttempts(TRIES - 1);
        return backOff;
    }

    private static boolean somethingIsAway(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> false;
            case RetriableException _,
                    MongoSocketException _,
                    MongoTimeoutException _,
                    DataAccessResourceFailureException _,
                    OptimisticLockingFailureException _,
                    TransientDataAccessException _ -> true;
            case MongoException mongo when mongo.hasErrorLabel("RetryableWriteError") -> true;
            default -> somethingIsAway(failure.getCause());
        };
    }
}

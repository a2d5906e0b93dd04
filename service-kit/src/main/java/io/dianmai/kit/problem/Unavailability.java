package io.dianmai.kit.problem;

import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.authentication.AuthenticationServiceException;

/** Tells a part that is away, and will be back, from a bug. */
final class Unavailability {
    private Unavailability() {}

    static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(Unavailability::isUnavailability);
    }

    private static boolean isUnavailability(Throwable cause) {
        return cause instanceof DataAccessResourceFailureException
                || cause instanceof MongoTimeoutException
                || cause instanceof MongoSocketException
                || cause instanceof RetriableException
                || cause instanceof AuthenticationServiceException;
    }
}

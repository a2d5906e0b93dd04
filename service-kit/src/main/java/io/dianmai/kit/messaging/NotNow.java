package io.dianmai.kit.messaging;

import org.apache.kafka.common.errors.RetriableException;

/** Something is not there right now: the record is tried again until it is. */
final class NotNow extends RetriableException {
    private static final long serialVersionUID = 1L;

    NotNow(String message) {
        super(message);
    }
}

package io.dianmai.gateway.customer;

import io.dianmai.kit.customer.Customer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * 删除请求: an erasure as it is kept. Why it was asked for is in the audit log.
 *
 * @param customer by hashes; absent once it is over, for then nothing shall find the customer
 * @param nextAt when the next step is due; while an instance is at work, when it is believed to be no more
 * @param factsGoneBy when the last fact of the customer has left Kafka, where it is sealed
 */
@Document("erasures")
record Erasure(
        @Id String id,
        @Nullable String storeId,
        @Nullable Customer customer,
        String askedBy,
        Instant askedAt,
        State state,
        List<Part> parts,
        Instant nextAt,
        @Nullable Instant finishedAt,
        Instant factsGoneBy) {
    Erasure {
        parts = List.copyOf(parts);
    }

    /** How far it is. */
    enum State {
        /** Not every service has forgotten the customer yet. */
        ASKED,
        /** Every service has; what was still on its way is yet to be looked for. */
        ERASED,
        /** It is over. */
        FINISHED
    }

    /**
     * What one service has done.
     *
     * @param rounds how often it has looked
     * @param documents how many documents had something to be forgotten, in all rounds
     * @param at when it last looked
     */
    record Part(
            String service,
            int rounds,
            int documents,
            @Nullable Instant at) {
        Part lookedAgain(int found, Instant now) {
            return new Part(service, rounds + 1, documents + found, now);
        }
    }

    /** The round that is to be done: the first one, or the one for what was on its way. */
    int round() {
        return state == State.ASKED ? 1 : 2;
    }
}

package io.dianmai.gateway.customer;

import io.dianmai.gateway.customer.Erasure.Part;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An erasure as it is shown: to whom it happened cannot be seen. */
record ErasureView(
        String id,
        @Nullable String storeId,
        Erasure.State state,
        String askedBy,
        Instant askedAt,
        List<PartView> services,
        @Nullable Instant finishedAt,
        Instant factsGoneBy) {

    /** How far one service is. */
    enum PartState {
        /** It has not done anything yet: it may be away. */
        WAITING,
        /** It has forgotten the customer. */
        ERASED,
        /** It has looked once more for what was on its way. */
        CHECKED
    }

    /**
     * What one service has done.
     *
     * @param documents how many documents had something to be forgotten
     */
    record PartView(
            String service,
            PartState state,
            int documents,
            @Nullable Instant at) {
        static PartView of(Part part) {
            PartState state = switch (part.rounds()) {
                case 0 -> PartState.WAITING;
                case 1 -> PartState.ERASED;
                default -> PartState.CHECKED;
            };
            return new PartView(part.service(), state, part.documents(), part.at());
        }
    }

    static ErasureView of(Erasure erasure) {
        return new ErasureView(
                erasure.id(),
                erasure.storeId(),
                erasure.state(),
                erasure.askedBy(),
                erasure.askedAt(),
                erasure.parts().stream().map(PartView::of).toList(),
                erasure.finishedAt(),
                erasure.factsGoneBy());
    }
}

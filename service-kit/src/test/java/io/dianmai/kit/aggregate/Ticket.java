package io.dianmai.kit.aggregate;

import io.dianmai.contracts.aftersales.ComplaintAnswered;
import io.dianmai.contracts.aftersales.ComplaintCategory;
import io.dianmai.contracts.aftersales.ComplaintEvent;
import io.dianmai.contracts.aftersales.ComplaintOpened;
import io.dianmai.contracts.aftersales.ComplaintReassigned;
import io.dianmai.contracts.aftersales.ComplaintResolved;
import io.dianmai.contracts.aftersales.JobDimensions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A small aggregate to try the mechanism on: it counts its answers. */
record Ticket(
        String id, int answers, Instant lastAt, @Nullable String secret) {
    private static final JobDimensions NOBODY = new JobDimensions(null, null, null);

    static Ticket apply(String id, @Nullable Ticket state, ComplaintEvent event, Instant time) {
        return switch (event) {
            case ComplaintOpened _ -> new Ticket(id, 0, time, null);
            case ComplaintAnswered _ -> new Ticket(id, state == null ? 1 : state.answers + 1, time, null);
            case ComplaintReassigned _, ComplaintResolved _ -> throw new IllegalStateException("not in this test");
        };
    }

    static Decision<ComplaintEvent> open(@Nullable Ticket state) {
        return state != null
                ? Decision.refuse(Refusal.conflict("ticket-open", "It is open."))
                : Decision.accept(new ComplaintOpened(NOBODY, ComplaintCategory.OTHER, Instant.EPOCH, Instant.EPOCH));
    }

    static Decision<ComplaintEvent> answer(@Nullable Ticket state) {
        return state == null
                ? Decision.refuse(Refusal.notFound("ticket-unknown", "Open it first."))
                : Decision.accept(new ComplaintAnswered(NOBODY, ComplaintCategory.OTHER, true));
    }

    Ticket keeping(String kept) {
        return new Ticket(id, answers, lastAt, kept);
    }
}

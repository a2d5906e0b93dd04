package io.dianmai.lead.deal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 有效跟进: how often somebody really spoke with the customer.
 *
 * @param firstAt absent until then; what was told first, which need not be the earliest
 * @param effective how many since the lead was put on file, or since it was last opened again
 */
public record Contacts(@Nullable Instant firstAt, int effective) {
    static final Contacts NONE = new Contacts(null, 0);

    Contacts begunAt(Instant time) {
        return new Contacts(firstAt == null ? time : firstAt, effective);
    }

    Contacts oneMore() {
        return new Contacts(firstAt, effective + 1);
    }

    /** Whoever wants to give up a customer that was won back must speak with him anew. */
    Contacts countedAnew() {
        return new Contacts(firstAt, 0);
    }
}

package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.Consent;
import io.dianmai.contracts.lead.Interest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 意向客户卡 (A card): what is known of the customer besides name, phone and class, and which other files turned out to be
 * the same customer's.
 *
 * @param consent absent while nobody has asked
 * @param registrations how often the customer was put on file at the store: 1 for a customer who came once
 * @param joined references of the later registrations, as far as they had any
 * @param clash present while another store of the group was first
 * @param mergedInto the lead that goes on instead of this one
 * @param absorbed leads that were merged into this one
 * @param erasedAt since when nobody knows any more whose it was
 */
public record Card(
        Interest interest,
        @Nullable Consent consent,
        int registrations,
        List<String> joined,
        @Nullable Clash clash,
        @Nullable String mergedInto,
        List<String> absorbed,
        @Nullable Instant erasedAt) {
    /** How many references of later registrations are kept, to recognise one that is told again. */
    private static final int JOINED_KEPT = 64;

    static final Card EMPTY = new Card(Interest.UNKNOWN, null, 1, List.of(), null, null, List.of(), null);

    public Card {
        interest = Objects.requireNonNullElse(interest, Interest.UNKNOWN);
        joined = List.copyOf(Objects.requireNonNullElse(joined, List.of()));
        absorbed = List.copyOf(Objects.requireNonNullElse(absorbed, List.of()));
    }

    Card saying(Interest wanted, @Nullable Consent agreed) {
        return new Card(wanted, agreed, registrations, joined, clash, mergedInto, absorbed, erasedAt);
    }

    Card clashing(Clash with) {
        return new Card(interest, consent, registrations, joined, with, mergedInto, absorbed, erasedAt);
    }

    Card registeredAgain(@Nullable String reference) {
        List<String> all = reference == null ? joined : with(joined, reference);
        List<String> kept = all.subList(Math.max(0, all.size() - JOINED_KEPT), all.size());
        return new Card(interest, consent, registrations + 1, kept, clash, mergedInto, absorbed, erasedAt);
    }

    Card mergedInto(String leadId) {
        return new Card(interest, consent, registrations, joined, clash, leadId, absorbed, erasedAt);
    }

    Card absorbing(String leadId) {
        return new Card(interest, consent, registrations, joined, clash, mergedInto, with(absorbed, leadId), erasedAt);
    }

    /** 删除: what the customer wanted stays, for it was counted; nobody knows any more who it was. */
    Card erased(Instant at) {
        return new Card(interest, null, registrations, joined, clash, mergedInto, absorbed, at);
    }

    private static List<String> with(List<String> list, String one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }
}

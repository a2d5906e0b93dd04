package io.dianmai.kit.customer;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the services are asked about one: by what finds him, and never in clear.
 *
 * @param phoneHash keyed hash of the phone
 * @param storeIds the stores that are meant; none for all of the group
 * @param until what was put on file later is another customer's, or the same one's who came anew
 * @param plateHashes keyed hashes of plates that are the customer's
 * @param vinHashes keyed hashes of VINs that are the customer's
 * @param leadIds leads that were found to be the customer's
 */
public record Customer(
        String phoneHash,
        Set<String> storeIds,
        Instant until,
        Set<String> plateHashes,
        Set<String> vinHashes,
        Set<String> leadIds) {
    public Customer {
        storeIds = copy(storeIds);
        plateHashes = copy(plateHashes);
        vinHashes = copy(vinHashes);
        leadIds = copy(leadIds);
    }

    /** Whether what a store holds is meant. */
    public boolean isAt(String storeId) {
        return storeIds.isEmpty() || storeIds.contains(storeId);
    }

    /** The same customer, of whom these leads were found besides. */
    public Customer withLeads(Set<String> more) {
        Set<String> all = new TreeSet<>(leadIds);
        all.addAll(more);
        return new Customer(phoneHash, storeIds, until, plateHashes, vinHashes, all);
    }

    private static Set<String> copy(@Nullable Set<String> given) {
        return Set.copyOf(Objects.requireNonNullElse(given, Set.of()));
    }

    /** Says nothing of whom it is about. */
    @Override
    public String toString() {
        return "Customer[%d leads]".formatted(leadIds.size());
    }
}

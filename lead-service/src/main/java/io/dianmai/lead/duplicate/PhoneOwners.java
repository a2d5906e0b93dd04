package io.dianmai.lead.duplicate;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.annotation.Id;

/**
 * The leads of all stores that one phone belongs to. A lead that is named here may never have come about, or have
 * another phone by now: its own document says.
 *
 * @param hash keyed hash of the normalised phone
 * @param version changes with every write
 * @param owners one for each store that has the phone on file: a second registration there joins that lead
 * @param earlier ids of leads that owned it before, oldest first: bought a car, for example
 */
public record PhoneOwners(@Id String hash, long version, List<Owner> owners, List<String> earlier) {
    /** How many earlier owners are kept: a phone that more leads went through is no customer's. */
    private static final int EARLIER_KEPT = 50;

    public PhoneOwners {
        owners = List.copyOf(Objects.requireNonNullElse(owners, List.of()));
        earlier = List.copyOf(Objects.requireNonNullElse(earlier, List.of()));
    }

    /** The lead that a phone belongs to at one store. */
    public record Owner(String storeId, String leadId, Instant registeredAt) {}

    /** Whose it is at a store. */
    public Optional<Owner> at(String storeId) {
        return owners.stream().filter(owner -> owner.storeId().equals(storeId)).findFirst();
    }

    /** Whose it is at the others. */
    public List<Owner> elsewhere(String storeId) {
        return owners.stream().filter(owner -> !owner.storeId().equals(storeId)).toList();
    }

    /** Ids of all leads, of all stores, that it belongs or belonged to. */
    public List<String> leadIds() {
        return Stream.concat(owners.stream().map(Owner::leadId), earlier.stream())
                .distinct()
                .toList();
    }

    /** The owners once {@code next} has taken the place of whoever owned it at that store. */
    List<Owner> ownersWith(Owner next) {
        return owners.stream()
                .map(owner -> owner.storeId().equals(next.storeId()) ? next : owner)
                .toList();
    }

    /** The earlier owners once somebody else owns it at that store. */
    List<String> earlierAfter(String storeId) {
        List<String> all = Stream.concat(earlier.stream(), at(storeId).map(Owner::leadId).stream())
                .toList();
        return all.subList(Math.max(0, all.size() - EARLIER_KEPT), all.size());
    }
}

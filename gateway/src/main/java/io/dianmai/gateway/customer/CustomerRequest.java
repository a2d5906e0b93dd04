package io.dianmai.gateway.customer;

import io.dianmai.contracts.Personal.Kind;
import io.dianmai.kit.customer.Customer;
import io.dianmai.kit.personal.PersonalDataSealer;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Body of a request about one customer. Everything by which a customer may be known stands in the body, never in an
 * address.
 *
 * @param storeId the store that is meant; absent for all of the group
 * @param plates the customer's plates: after-sales knows vehicles and no phones
 * @param vins VINs of the customer's vehicles, where they are not known from the orders
 * @param reason what the customer asked for and how; it is kept in the audit log
 */
record CustomerRequest(
        @NotBlank @Size(max = 40) String phone,
        @Nullable @Size(max = 100) String storeId,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 20) String> plates,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 40) String> vins,
        @NotBlank @Size(min = 2, max = 200) String reason) {

    /** The customer by hashes, as of that time. */
    Customer customer(PersonalDataSealer sealer, Instant until) {
        return new Customer(
                sealer.sealAt("/phone", Kind.PHONE, phone).hash(),
                storeId == null ? Set.of() : Set.of(storeId),
                until,
                hashes(sealer, "/plates/", Kind.PLATE, plates),
                hashes(sealer, "/vins/", Kind.VIN, vins),
                Set.of());
    }

    private static Set<String> hashes(
            PersonalDataSealer sealer, String pointer, Kind kind, @Nullable List<String> texts) {
        Set<String> hashes = new LinkedHashSet<>();
        List<String> given = texts == null ? List.of() : texts;
        for (int index = 0; index < given.size(); index++) {
            hashes.add(sealer.sealAt(pointer + index, kind, given.get(index)).hash());
        }
        return hashes;
    }

    /** Keeps the customer out of logs. */
    @Override
    public String toString() {
        return "CustomerRequest";
    }
}

package io.dianmai.lead.lead;

import io.dianmai.lead.duplicate.PhoneClaims;
import io.dianmai.lead.duplicate.PhoneOwners;
import io.dianmai.lead.duplicate.PhoneOwners.Owner;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 跨店撞单: notices that a customer is on file at another store of the group, which was first and is protected. */
final class ClashWatch {
    private final Leads leads;
    private final PhoneClaims claims;

    ClashWatch(Leads leads, PhoneClaims claims) {
        this.leads = leads;
        this.claims = claims;
    }

    /** Which store was first, if it is still after the customer and its protection lasts; null when there is no clash. */
    @Nullable
    Clash with(PhoneOwners owners, Owner newcomer) {
        List<Owner> others = owners.elsewhere(newcomer.storeId());
        if (others.isEmpty()) {
            return null;
        }
        return others.stream()
                .filter(other -> !other.registeredAt().isAfter(newcomer.registeredAt()))
                .filter(other -> protectedUntil(other, newcomer).isAfter(newcomer.registeredAt()))
                .filter(other -> stillAfter(other, owners.hash()))
                .min(Comparator.comparing(Owner::registeredAt))
                .map(first -> new Clash(first.storeId(), first.registeredAt(), protectedUntil(first, newcomer)))
                .orElse(null);
    }

    private Instant protectedUntil(Owner first, Owner newcomer) {
        return claims.protectedUntil(first, newcomer.registeredAt());
    }

    private boolean stillAfter(Owner owner, String hash) {
        return leads.find(owner.leadId())
                .filter(lead -> hash.equals(lead.state().customer().phoneHash()))
                .flatMap(leads::goingOn)
                .filter(lead -> !lead.state().progress().stage().closed())
                .isPresent();
    }
}

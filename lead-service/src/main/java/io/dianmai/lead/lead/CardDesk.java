package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.personal.SealedCustomer;
import io.dianmai.lead.duplicate.PhoneClaims;
import io.dianmai.lead.duplicate.PhoneOwners;
import io.dianmai.lead.duplicate.PhoneOwners.Owner;
import io.dianmai.lead.lead.CardCommand.CardChange;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Changes cards. A new phone is claimed before the card says so and the old one released after it: whatever a crash
 * leaves behind, the lead's own document says which phone it has.
 */
final class CardDesk {
    private static final int ATTEMPTS = 10;

    private final Leads leads;
    private final CustomerCards cards;
    private final PhoneClaims claims;

    CardDesk(Leads leads, CustomerCards cards, PhoneClaims claims) {
        this.leads = leads;
        this.cards = cards;
        this.claims = claims;
    }

    /** Does to a card what is asked; {@code change} shows of {@code customer} only what events may. */
    Outcome<Lead> change(String id, Command command, CardChange change, SealedCustomer customer) {
        Optional<Stored<Lead>> before =
                leads.find(id).filter(lead -> lead.storeId().equals(command.storeId()));
        Optional<Refusal> objection = Registrar.flaw(change.consent(), command.recordedTime())
                .or(() -> before.flatMap(lead -> claimed(lead, change.customer().phoneHash())));
        if (objection.isPresent()) {
            return new Outcome.Refused<>(objection.get());
        }
        Outcome<Lead> outcome = leads.carryOut(id, command, change);
        if (before.isPresent() && outcome instanceof Outcome.Done<Lead>(Stored<Lead> after, boolean _)) {
            settle(before.get(), after, customer);
        }
        return outcome;
    }

    /** Why a lead cannot have that phone; empty when it has it, or wants none. */
    private Optional<Refusal> claimed(Stored<Lead> lead, @Nullable String hash) {
        if (hash == null || hash.equals(lead.state().customer().phoneHash())) {
            return Optional.empty();
        }
        var claim = new Owner(lead.storeId(), lead.id(), lead.state().registeredAt());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            PhoneOwners owners = claims.claim(hash, claim);
            String owner = owners.at(lead.storeId()).map(Owner::leadId).orElse("");
            if (owner.equals(lead.id())) {
                return Optional.empty();
            }
            if (isAnothers(owner, hash, lead.id())) {
                return Optional.of(LeadRefusals.PHONE_ON_FILE);
            }
            if (claims.takeOver(owners, claim)) {
                return Optional.empty();
            }
        }
        throw new OptimisticLockingFailureException("a phone changes hands too often");
    }

    private boolean isAnothers(String owner, String hash, String leadId) {
        return leads.find(owner)
                .filter(holder -> hash.equals(holder.state().customer().phoneHash()))
                .flatMap(leads::goingOn)
                .filter(holder -> !holder.state().progress().stage().isFinal())
                .filter(holder -> !holder.id().equals(leadId))
                .isPresent();
    }

    /** A command told again long after must not bring an old phone back: the lead's document knows which one counts. */
    private void settle(Stored<Lead> before, Stored<Lead> after, SealedCustomer customer) {
        MaskedCustomer now = after.state().customer();
        MaskedCustomer told = customer.masked();
        var counting = new SealedCustomer(
                Objects.equals(told.name(), now.name()) ? customer.name() : null,
                Objects.equals(told.phoneHash(), now.phoneHash()) ? customer.phone() : null,
                customer.idNumber());
        if (counting.name() != null || counting.phone() != null || counting.idNumber() != null) {
            cards.replace(after.id(), after.storeId(), counting);
        }
        String released = before.state().customer().phoneHash();
        if (released != null && !released.equals(now.phoneHash())) {
            claims.release(released, after.storeId(), after.id());
        }
    }
}

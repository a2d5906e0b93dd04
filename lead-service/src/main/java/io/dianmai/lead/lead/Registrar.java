package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.Consent;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.personal.SealedCustomer;
import io.dianmai.lead.duplicate.LeadAliases;
import io.dianmai.lead.duplicate.PhoneClaims;
import io.dianmai.lead.duplicate.PhoneOwners;
import io.dianmai.lead.duplicate.PhoneOwners.Owner;
import io.dianmai.lead.lead.CardCommand.RegistrationAgain;
import io.dianmai.lead.lead.LeadCommand.Registration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * 留档与撞单: puts customers on file, each phone once at a store. The phone is claimed in the name of the new lead first:
 * whoever finds it claimed joins that lead, or, where a crash or a moment kept it from coming about, makes it. So no
 * order of events, and no crash between two writes, makes two leads of one phone.
 */
final class Registrar {
    private static final int ATTEMPTS = 10;

    /** The same as at the door: for clocks that run ahead. */
    private static final Duration LONGEST_AHEAD = Duration.ofMinutes(5);

    private final Leads leads;
    private final CustomerCards cards;
    private final PhoneClaims claims;
    private final LeadAliases aliases;
    private final ClashWatch clashes;

    Registrar(Leads leads, CustomerCards cards, PhoneClaims claims, LeadAliases aliases, ClashWatch clashes) {
        this.leads = leads;
        this.cards = cards;
        this.claims = claims;
        this.aliases = aliases;
        this.clashes = clashes;
    }

    /** A registration as it was told, under the id that its lead has if it becomes one. */
    private record Told(String id, Command command, Registration registration, SealedCustomer customer) {
        Told clashing(@Nullable Clash clash) {
            return clash == null ? this : new Told(id, command, registration.clashing(clash), customer);
        }

        Owner asOwner() {
            return new Owner(command.storeId(), id, command.time());
        }
    }

    Registered register(String id, Command command, Registration registration, SealedCustomer customer) {
        Optional<Refusal> flaw = flaw(registration, command.recordedTime());
        if (flaw.isPresent()) {
            return new Registered(new Outcome.Refused<>(flaw.get()), false);
        }
        var told = new Told(id, command, registration, customer);
        String hash = registration.customer().phoneHash();
        if (hash == null) {
            return onItsOwn(told);
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Registered> registered = attempt(told, hash);
            if (registered.isPresent()) {
                return registered.get();
            }
        }
        throw new OptimisticLockingFailureException("a phone changes hands too often");
    }

    /** Whether consent was given in the future, seen from when it was told; empty when it was not. */
    static Optional<Refusal> flaw(@Nullable Consent consent, Instant toldAt) {
        return Optional.ofNullable(consent)
                .filter(given -> given.givenAt().isAfter(toldAt.plus(LONGEST_AHEAD)))
                .map(given -> LeadRefusals.CONSENT_IN_FUTURE);
    }

    static Optional<Refusal> flaw(Registration registration, Instant toldAt) {
        var interest = registration.interest();
        return interest != null && Interests.backwards(interest)
                ? Optional.of(LeadRefusals.BUDGET_BACKWARDS)
                : flaw(registration.consent(), toldAt);
    }

    /** Empty when somebody else changed who owns the phone in between. */
    private Optional<Registered> attempt(Told told, String hash) {
        String storeId = told.command().storeId();
        PhoneOwners owners = claims.claim(hash, told.asOwner());
        Optional<Owner> owner = owners.at(storeId);
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        if (owner.get().leadId().equals(told.id())) {
            return Optional.of(onItsOwn(told.clashing(clashes.with(owners, told.asOwner()))));
        }
        if (leads.find(told.id()).isPresent()) {
            return Optional.of(onItsOwn(told));
        }
        String first = aliases.goingOn(told.id());
        return first.equals(told.id()) ? meet(told, owners, owner.get()) : join(told, first);
    }

    private Optional<Registered> meet(Told told, PhoneOwners owners, Owner owner) {
        Optional<Stored<Lead>> holder = leads.find(owner.leadId());
        Optional<Stored<Lead>> first = holder.flatMap(leads::goingOn);
        boolean hasAnotherPhone = holder.filter(
                        lead -> !owners.hash().equals(lead.state().customer().phoneHash()))
                .isPresent();
        boolean over =
                first.filter(lead -> lead.state().progress().stage().isFinal()).isPresent();
        if (!hasAnotherPhone && !over) {
            return join(told, first.map(Stored::id).orElse(owner.leadId()));
        }
        if (!claims.takeOver(owners, told.asOwner())) {
            return Optional.empty();
        }
        return Optional.of(onItsOwn(told.clashing(clashes.with(owners, told.asOwner()))));
    }

    private Registered onItsOwn(Told told) {
        cards.keep(told.id(), told.command().storeId(), told.customer());
        var entry =
                new RegistrationBatch.Entry(told.id(), told.command(), told.registration(), told.customer(), List.of());
        Outcome<Lead> outcome = leads.createAll(List.of(entry)).getFirst();
        if (isErased(outcome)) {
            forgetAgain(told);
        }
        return new Registered(outcome, false);
    }

    /** Whether the registration was told of somebody who was erased since. */
    static boolean isErased(Outcome<Lead> outcome) {
        return switch (outcome) {
            case Outcome.Done<Lead>(var lead, var _) -> lead.state().erased();
            case Outcome.Refused<Lead>(Refusal refusal) -> refusal.equals(LeadRefusals.ERASED);
            case Outcome.Nothing<Lead> _ -> false;
        };
    }

    private void forgetAgain(Told told) {
        cards.forget(told.id());
        String hash = told.registration().customer().phoneHash();
        if (hash != null) {
            claims.forget(hash, told.id());
        }
    }

    private Optional<Registered> join(Told told, String first) {
        boolean exists = leads.find(first).isPresent();
        if (!exists) {
            cards.keep(first, told.command().storeId(), told.customer());
        }
        if (told.registration().reference() != null) {
            aliases.keep(told.id(), first);
        }
        Outcome<Lead> outcome = leads.carryOut(first, told.command(), new RegistrationAgain(told.registration()));
        if (outcome instanceof Outcome.Refused<Lead>(Refusal refusal)
                && refusal.equals(LeadRefusals.NOT_TO_BE_JOINED)) {
            aliases.forget(told.id());
            return Optional.empty();
        }
        return Optional.of(new Registered(outcome, exists));
    }
}

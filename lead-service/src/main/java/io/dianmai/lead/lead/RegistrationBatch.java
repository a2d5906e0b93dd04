package io.dianmai.lead.lead;

import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.personal.SealedCustomer;
import io.dianmai.lead.duplicate.PhoneClaims;
import io.dianmai.lead.duplicate.PhoneClaims.Wanted;
import io.dianmai.lead.duplicate.PhoneOwners.Owner;
import io.dianmai.lead.lead.LeadCommand.Registration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The one way in which many customers come on file at once. Each ends up as if its commands had been given one by one,
 * by a few writes for all of them together; one that is refused leaves nothing behind.
 */
@Component
public class RegistrationBatch {
    private final Leads leads;
    private final CustomerCards cards;
    private final PhoneClaims claims;

    RegistrationBatch(Leads leads, CustomerCards cards, PhoneClaims claims) {
        this.leads = leads;
        this.cards = cards;
        this.claims = claims;
    }

    /** A command and what it asks for. */
    public record Step(Command command, LeadCommand asked) {}

    /**
     * A customer, and what has become of the lead since.
     *
     * @param registration shows of {@code customer} only what events may
     * @param later in the order in which it happened
     */
    public record Entry(
            String id, Command command, Registration registration, SealedCustomer customer, List<Step> later) {
        public Entry {
            later = List.copyOf(later);
        }

        Step registered() {
            return new Step(command, registration);
        }

        /** The lead with what is kept of these commands besides their events. */
        Lead kept(Lead lead) {
            Lead kept = lead;
            for (Step step : later) {
                kept = SaleBehaviour.keeping(kept, step.asked(), step.command().time());
            }
            return kept;
        }

        CustomerCards.Card card() {
            return new CustomerCards.Card(id, command.storeId(), customer);
        }

        private Optional<Wanted> phone() {
            return Optional.ofNullable(registration.customer().phoneHash())
                    .map(hash -> new Wanted(hash, new Owner(command.storeId(), id, command.time())));
        }

        Stream<Step> steps() {
            return Stream.concat(Stream.of(registered()), later.stream());
        }
    }

    /**
     * What became of an entry.
     *
     * @param known whether a lead had been on file under this id, by another command
     * @param outcome of its last command; of a known lead without any later one the refusal of its registration
     */
    public record Taken(boolean known, Outcome<Lead> outcome) {}

    /**
     * Puts customers on file. Those whose phone nobody has come about together; any other is taken by itself, for he may
     * join a lead that is there, and is told what has become of it since.
     *
     * @return what became of each, in the same order
     */
    public List<Taken> register(List<Entry> entries) {
        BitSet fresh = fresh(entries);
        Iterator<Taken> created = create(together(entries, fresh)).iterator();
        List<Taken> taken = new ArrayList<>();
        for (int index = 0; index < entries.size(); index++) {
            Entry entry = entries.get(index);
            Optional<Refusal> flaw = flaw(entry);
            if (flaw.isPresent()) {
                taken.add(new Taken(false, new Outcome.Refused<>(flaw.get())));
            } else {
                taken.add(fresh.get(index) ? created.next() : byItself(entry));
            }
        }
        return List.copyOf(taken);
    }

    private static List<Entry> together(List<Entry> entries, BitSet fresh) {
        return fresh.stream()
                .mapToObj(entries::get)
                .filter(entry -> flaw(entry).isEmpty())
                .toList();
    }

    private static Optional<Refusal> flaw(Entry entry) {
        return Registrar.flaw(entry.registration(), entry.command().recordedTime());
    }

    /** Those without a phone, and those whose phone nobody had. */
    private BitSet fresh(List<Entry> entries) {
        List<Wanted> wanted = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        BitSet fresh = new BitSet();
        for (int index = 0; index < entries.size(); index++) {
            Optional<Wanted> phone = entries.get(index).phone();
            if (phone.isEmpty()) {
                fresh.set(index);
            } else {
                wanted.add(phone.get());
                places.add(index);
            }
        }
        claims.claimAll(wanted).stream().map(places::get).forEach(fresh::set);
        return fresh;
    }

    private List<Taken> create(List<Entry> together) {
        List<Outcome<Lead>> outcomes = leads.createAll(together);
        List<Taken> taken = new ArrayList<>();
        List<Entry> created = new ArrayList<>();
        for (int index = 0; index < together.size(); index++) {
            Entry entry = together.get(index);
            Outcome<Lead> outcome = outcomes.get(index);
            boolean known = isKnown(outcome);
            taken.add(new Taken(known, known ? goOn(entry.id(), entry, outcome) : outcome));
            if (Registrar.isErased(outcome)) {
                entry.phone().ifPresent(phone -> claims.forget(phone.hash(), entry.id()));
            } else if (outcome instanceof Outcome.Done<Lead>) {
                created.add(entry);
            }
        }
        cards.keepAll(created.stream().map(Entry::card));
        return taken;
    }

    private Taken byItself(Entry entry) {
        Registered registered = leads.putOnFile(entry.id(), entry.command(), entry.registration(), entry.customer());
        Outcome<Lead> outcome = registered.outcome();
        boolean known = isKnown(outcome);
        if (outcome instanceof Outcome.Refused<Lead> && !known) {
            return new Taken(false, outcome);
        }
        String goingOn = outcome instanceof Outcome.Done<Lead>(var lead, var _) ? lead.id() : entry.id();
        return new Taken(known || registered.joined(), goOn(goingOn, entry, outcome));
    }

    private static boolean isKnown(Outcome<Lead> registration) {
        return registration instanceof Outcome.Refused<Lead>(Refusal refusal)
                && refusal.equals(LeadRefusals.ALREADY_REGISTERED);
    }

    private Outcome<Lead> goOn(String leadId, Entry entry, Outcome<Lead> registration) {
        boolean repeated = !(registration instanceof Outcome.Done<Lead>(var _, boolean before)) || before;
        Outcome<Lead> last = registration;
        for (Step step : entry.later()) {
            last = leads.carryOut(leadId, step.command(), step.asked());
            if (!(last instanceof Outcome.Done<Lead>(var stored, boolean again))) {
                return last;
            }
            repeated &= again;
            last = new Outcome.Done<>(stored, repeated);
        }
        return last;
    }
}

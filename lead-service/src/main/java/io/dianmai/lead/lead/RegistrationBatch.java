package io.dianmai.lead.lead;

import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.personal.SealedCustomer;
import io.dianmai.lead.lead.LeadCommand.Registration;
import java.util.ArrayList;
import java.util.List;
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

    RegistrationBatch(Leads leads, CustomerCards cards) {
        this.leads = leads;
        this.cards = cards;
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
     * Puts customers on file. One who is there already under the same id is told what has become of the lead since,
     * and nothing else.
     *
     * @return what became of each, in the same order
     */
    public List<Taken> register(List<Entry> entries) {
        List<Outcome<Lead>> outcomes = leads.createAll(entries);
        List<Entry> created = new ArrayList<>();
        List<Taken> taken = new ArrayList<>();
        for (int index = 0; index < entries.size(); index++) {
            Entry entry = entries.get(index);
            Outcome<Lead> outcome = outcomes.get(index);
            boolean known = outcome instanceof Outcome.Refused<Lead>(Refusal refusal)
                    && refusal.equals(LeadRefusals.ALREADY_REGISTERED);
            taken.add(new Taken(known, known ? goOn(entry, outcome) : outcome));
            if (outcome instanceof Outcome.Done<Lead>) {
                created.add(entry);
            }
        }
        cards.keepAll(created);
        return List.copyOf(taken);
    }

    private Outcome<Lead> goOn(Entry entry, Outcome<Lead> registration) {
        boolean repeated = true;
        Outcome<Lead> last = registration;
        for (Step step : entry.later()) {
            last = leads.carryOut(entry.id(), step.command(), step.asked());
            if (!(last instanceof Outcome.Done<Lead>(var stored, boolean before))) {
                return last;
            }
            repeated &= before;
            last = new Outcome.Done<>(stored, repeated);
        }
        return last;
    }
}

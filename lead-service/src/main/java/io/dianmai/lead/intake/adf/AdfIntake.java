package io.dianmai.lead.intake.adf;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.web.Outcomes;
import io.dianmai.lead.intake.LeadRow;
import io.dianmai.lead.intake.adf.AdfVerdict.Remark;
import io.dianmai.lead.intake.adf.AdfVerdict.State;
import io.dianmai.lead.lead.Lead;
import io.dianmai.lead.lead.RegistrationBatch;
import io.dianmai.lead.lead.RegistrationBatch.Taken;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Puts prospects on file. One that was sent before is the same lead: by its id, or where it has none by all that it
 * says.
 */
@Component
class AdfIntake {
    private final RegistrationBatch batch;
    private final StoreReplica stores;
    private final PersonalDataSealer sealer;
    private final Clock clock;

    AdfIntake(RegistrationBatch batch, StoreReplica stores, PersonalDataSealer sealer, Clock clock) {
        this.batch = batch;
        this.stores = stores;
        this.sealer = sealer;
        this.clock = clock;
    }

    private record Sent(int number, String place, RegistrationBatch.Entry entry, List<Remark> notes) {}

    /** What became of each, in the order of the document. */
    List<AdfVerdict> take(String storeId, List<AdfNode> prospects) {
        Instant now = clock.instant();
        List<AdfVerdict> verdicts = new ArrayList<>();
        List<Sent> readable = new ArrayList<>();
        for (AdfNode node : prospects) {
            int number = verdicts.size() + readable.size() + 1;
            var prospect = new AdfProspect(node, stores.zone(storeId), now, sealer);
            Optional<LeadRow> row = prospect.read();
            row.ifPresentOrElse(
                    read -> readable.add(
                            new Sent(number, node.path(), entry(storeId, node, read, now), prospect.notes())),
                    () -> verdicts.add(
                            new AdfVerdict(number, node.path(), State.BAD, null, prospect.errors(), prospect.notes())));
        }
        List<Taken> taken = batch.register(readable.stream().map(Sent::entry).toList());
        for (int index = 0; index < readable.size(); index++) {
            verdicts.add(verdict(readable.get(index), taken.get(index)));
        }
        verdicts.sort(Comparator.comparingInt(AdfVerdict::prospect));
        return verdicts;
    }

    private static RegistrationBatch.Entry entry(String storeId, AdfNode node, LeadRow row, Instant now) {
        String content = AggregateIds.of(storeId, "adf-content", node.content());
        String reference = row.reference();
        String id = reference == null
                ? AggregateIds.of(storeId, "lead-adf", content)
                : AggregateIds.of(storeId, "lead", reference);
        String commandId = AggregateIds.of(storeId, "adf-registration", id + '\n' + content);
        var command = new Command(commandId, storeId, row.registeredAt(), now, null, null, null);
        return new RegistrationBatch.Entry(id, command, row.registration(), row.customer(), List.of());
    }

    private static AdfVerdict verdict(Sent sent, Taken taken) {
        String id = sent.entry().id();
        return switch (taken.outcome()) {
            case Outcome.Done<Lead>(var stored, boolean repeated) -> {
                State fresh = stored.id().equals(id) ? State.CREATED : State.JOINED;
                yield good(sent, repeated ? State.KNOWN : fresh, stored.id());
            }
            case Outcome.Nothing<Lead>() -> good(sent, State.KNOWN, id);
            case Outcome.Refused<Lead>(Refusal refusal) -> {
                if (refusal.kind() == Refusal.Kind.UNAVAILABLE) {
                    throw Outcomes.problem(refusal);
                }
                yield taken.known() ? good(sent, State.KNOWN, id) : refused(sent, refusal);
            }
        };
    }

    private static AdfVerdict good(Sent sent, State state, String leadId) {
        return new AdfVerdict(sent.number(), sent.place(), state, leadId, List.of(), sent.notes());
    }

    private static AdfVerdict refused(Sent sent, Refusal refusal) {
        var error = new Remark(sent.place(), refusal.code(), refusal.detail());
        return new AdfVerdict(sent.number(), sent.place(), State.BAD, null, List.of(error), sent.notes());
    }
}

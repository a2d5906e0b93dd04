package io.dianmai.lead.intake;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.lead.VisitKind;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.lead.intake.LeadRow.Happening;
import io.dianmai.lead.intake.sheet.ImportKind;
import io.dianmai.lead.intake.sheet.RowCells;
import io.dianmai.lead.lead.Lead;
import io.dianmai.lead.lead.RegistrationBatch;
import io.dianmai.lead.lead.RegistrationBatch.Taken;
import io.dianmai.lead.visit.VisitEntry;
import io.dianmai.lead.visit.Visits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Rows of leads. A row with a reference is the same lead as ever, in whichever file it comes, and what has become of it
 * is told once; a row without one is a lead of its own, once for each import.
 */
@Component
class LeadRows implements RowTaker<LeadRow> {
    private final RegistrationBatch batch;
    private final Visits visits;
    private final PersonalDataSealer sealer;

    LeadRows(RegistrationBatch batch, Visits visits, PersonalDataSealer sealer) {
        this.batch = batch;
        this.visits = visits;
        this.sealer = sealer;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.LEADS;
    }

    @Override
    public Optional<LeadRow> read(RowCells cells, ImportPlace place) {
        return new LeadRowReader(cells, place, sealer).read();
    }

    @Override
    public List<Verdict> take(String importId, ImportPlace place, List<Numbered<LeadRow>> rows) {
        List<Named> named =
                rows.stream().map(row -> named(importId, place, row)).toList();
        List<Taken> outcomes =
                batch.register(named.stream().map(row -> entry(row, place)).toList());
        List<Verdict> verdicts = new ArrayList<>();
        List<Visits.Party> parties = new ArrayList<>();
        for (int index = 0; index < named.size(); index++) {
            Named row = named.get(index);
            Verdict verdict = verdict(row, outcomes.get(index));
            verdicts.add(verdict);
            String leadId = verdict.id();
            Instant visitedAt = row.content().visitedAt();
            if (leadId != null && visitedAt != null) {
                parties.add(party(row, leadId, visitedAt, place));
            }
        }
        log(parties);
        return verdicts;
    }

    /**
     * A row and what it is called.
     *
     * @param name of the lead: the reference, or the import and the line
     * @param once names what is done by this import only
     */
    private record Named(int line, LeadRow content, String leadId, String name, String once) {}

    private static Named named(String importId, ImportPlace place, Numbered<LeadRow> row) {
        String once = importId + "/" + row.line();
        String reference = row.content().reference();
        String leadId = reference == null
                ? AggregateIds.of(place.storeId(), "lead-import", once)
                : AggregateIds.of(place.storeId(), "lead", reference);
        return new Named(row.line(), row.content(), leadId, reference == null ? once : reference, once);
    }

    private static RegistrationBatch.Entry entry(Named row, ImportPlace place) {
        LeadRow content = row.content();
        String id = AggregateIds.of(place.storeId(), "import-registration", row.once());
        return new RegistrationBatch.Entry(
                row.leadId(),
                command(id, place, content.registeredAt()),
                content.registration(),
                content.customer(),
                content.later().stream()
                        .map(happening -> step(row, happening, place))
                        .toList());
    }

    private static RegistrationBatch.Step step(Named row, Happening happening, ImportPlace place) {
        String what = row.name() + '\n' + happening.at() + '\n' + happening.asked();
        String id = AggregateIds.of(place.storeId(), "import-step", what);
        return new RegistrationBatch.Step(command(id, place, happening.at()), happening.asked());
    }

    private static Visits.Party party(Named row, String leadId, Instant visitedAt, ImportPlace place) {
        LeadRow content = row.content();
        var entry = new VisitEntry(
                VisitKind.WALK_IN,
                1,
                true,
                leadId,
                content.advisorId(),
                content.interest().model());
        String id = AggregateIds.of(place.storeId(), "visit-import", row.name() + '\n' + visitedAt);
        return new Visits.Party(id, command(id, place, visitedAt), entry, content.registeredAt());
    }

    private static Command command(String id, ImportPlace place, Instant time) {
        return new Command(id, place.storeId(), time, place.now(), null, null, null);
    }

    private static Verdict verdict(Named row, Taken taken) {
        return switch (taken.outcome()) {
            case Outcome.Done<Lead>(var stored, boolean repeated) -> {
                boolean other = !stored.id().equals(row.leadId());
                Verdict.State known = repeated ? Verdict.State.KNOWN : Verdict.State.JOINED;
                yield Verdict.of(row.line(), taken.known() || other ? known : Verdict.State.CREATED, stored.id());
            }
            case Outcome.Nothing<Lead>() -> Verdict.of(row.line(), Verdict.State.KNOWN, row.leadId());
            case Outcome.Refused<Lead>(Refusal refusal) ->
                taken.known() && row.content().later().isEmpty()
                        ? Verdict.of(row.line(), Verdict.State.KNOWN, row.leadId())
                        : refused(row.line(), refusal);
        };
    }

    private static Verdict refused(int line, Refusal refusal) {
        if (refusal.kind() == Refusal.Kind.UNAVAILABLE) {
            throw new NotNow(refusal.detail());
        }
        return Verdict.refused(line, refusal);
    }

    /** What is in the log already is a repeat: its name says lead and time. */
    private void log(List<Visits.Party> parties) {
        if (parties.isEmpty()) {
            return;
        }
        for (Outcome<?> outcome : visits.logAll(parties)) {
            if (outcome instanceof Outcome.Refused<?>(Refusal refusal) && refusal.kind() == Refusal.Kind.UNAVAILABLE) {
                throw new NotNow(refusal.detail());
            }
        }
    }
}

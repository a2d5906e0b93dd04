package io.dianmai.lead.intake;

import static java.util.Objects.requireNonNullElse;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.lead.VisitKind;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.lead.intake.sheet.ImportKind;
import io.dianmai.lead.intake.sheet.RowCells;
import io.dianmai.lead.intake.sheet.VisitColumns;
import io.dianmai.lead.intake.sheet.Words;
import io.dianmai.lead.visit.Visit;
import io.dianmai.lead.visit.VisitEntry;
import io.dianmai.lead.visit.Visits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Rows of a visit log. A row with a reference is the same visit as ever, in whichever file it comes. */
@Component
class VisitRows implements RowTaker<VisitRow> {
    private static final int LARGEST_PARTY = 100;

    private final Visits visits;

    VisitRows(Visits visits) {
        this.visits = visits;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.VISITS;
    }

    @Override
    public Optional<VisitRow> read(RowCells cells, ImportPlace place) {
        Instant visitedAt = cells.past(VisitColumns.VISITED_AT);
        VisitKind kind = cells.word(VisitColumns.KIND, Words.VISIT_KIND);
        Integer people = cells.number(VisitColumns.PARTY_SIZE, 1, LARGEST_PARTY);
        Boolean retained = cells.truth(VisitColumns.RETAINED);
        String leadReference = cells.text(VisitColumns.LEAD_REFERENCE, 100);
        Instant since = requireNonNullElse(visitedAt, place.now());
        var entry = new VisitEntry(
                requireNonNullElse(kind, VisitKind.WALK_IN),
                requireNonNullElse(people, 1),
                Boolean.TRUE.equals(retained),
                null,
                place.staffId(cells, VisitColumns.ADVISOR, since),
                cells.text(VisitColumns.MODEL, 100));
        var row = new VisitRow(cells.text(VisitColumns.REFERENCE, 100), since, leadReference, entry);
        return cells.flaws().isEmpty() ? Optional.of(row) : Optional.empty();
    }

    @Override
    public List<Verdict> take(String importId, ImportPlace place, List<Numbered<VisitRow>> rows) {
        List<Visits.Party> parties =
                rows.stream().map(row -> party(importId, place, row)).toList();
        List<Outcome<Visit>> outcomes = visits.logAll(parties);
        List<Verdict> verdicts = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            verdicts.add(verdict(rows.get(index).line(), parties.get(index).id(), outcomes.get(index)));
        }
        return verdicts;
    }

    private static Visits.Party party(String importId, ImportPlace place, Numbered<VisitRow> row) {
        VisitRow content = row.content();
        String once = importId + "/" + row.line();
        String reference = content.reference();
        String id = reference == null
                ? AggregateIds.of(place.storeId(), "visit-import", once)
                : AggregateIds.of(place.storeId(), "visit", reference);
        String commandId = AggregateIds.of(place.storeId(), "import-visit", once);
        var command = new Command(commandId, place.storeId(), content.visitedAt(), place.now(), null, null, null);
        return new Visits.Party(id, command, entry(content, place), null);
    }

    private static VisitEntry entry(VisitRow content, ImportPlace place) {
        String lead = content.leadReference();
        VisitEntry entry = content.entry();
        return new VisitEntry(
                entry.kind(),
                entry.partySize(),
                entry.retained(),
                lead == null ? null : AggregateIds.of(place.storeId(), "lead", lead),
                entry.advisorId(),
                entry.model());
    }

    private static Verdict verdict(int line, String id, Outcome<Visit> outcome) {
        return switch (outcome) {
            case Outcome.Done<Visit> _ -> Verdict.of(line, Verdict.State.CREATED, id);
            case Outcome.Nothing<Visit>() -> Verdict.of(line, Verdict.State.KNOWN, id);
            case Outcome.Refused<Visit>(Refusal refusal) ->
                switch (refusal.kind()) {
                    // The log has it: that is what a visit is refused for.
                    case CONFLICT -> Verdict.of(line, Verdict.State.KNOWN, id);
                    case UNAVAILABLE -> throw new NotNow(refusal.detail());
                    case NOT_FOUND, INVALID, STALE -> Verdict.refused(line, refusal);
                };
        };
    }
}

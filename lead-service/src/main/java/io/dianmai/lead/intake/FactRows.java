package io.dianmai.lead.intake;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.lead.intake.sheet.ImportKind;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Rows that each are a fact with a reference, and are told to its owner. */
final class FactRows<F extends StoreFact> {
    private static final URI SOURCE = URI.create("/imports");

    private final ImportKind kind;
    private final FactTaker<F> owner;

    FactRows(ImportKind kind, FactTaker<F> owner) {
        this.kind = kind;
        this.owner = owner;
    }

    /** A fact, when it happened and what its store system calls it. */
    record Told<F>(String reference, Instant at, F fact) {}

    List<Verdict> take(ImportPlace place, List<RowTaker.Numbered<Told<F>>> rows) {
        List<Verdict> verdicts = new ArrayList<>();
        for (RowTaker.Numbered<Told<F>> row : rows) {
            verdicts.add(take(place, row.line(), row.content()));
        }
        return verdicts;
    }

    /** The fact's id says what the row says: in whichever file it comes, it is done once. */
    private Verdict take(ImportPlace place, int line, Told<F> told) {
        String name = kind.slug() + '\n' + told.reference() + '\n' + told.at();
        String id = AggregateIds.of(place.storeId(), "import-row", name);
        var event = new Envelope<>(id, SOURCE, null, told.at(), place.storeId(), 0, place.now(), null, told.fact());
        return switch (owner.owner().apply(event, told.fact())) {
            case Outcome.Done<?>(var stored, boolean repeated) ->
                Verdict.of(line, repeated ? Verdict.State.KNOWN : Verdict.State.CREATED, stored.id());
            case Outcome.Nothing<?>() -> Verdict.of(line, Verdict.State.KNOWN, told.reference());
            case Outcome.Refused<?>(Refusal refusal) -> {
                if (refusal.kind() == Refusal.Kind.UNAVAILABLE) {
                    throw new NotNow(refusal.detail());
                }
                yield Verdict.refused(line, refusal);
            }
        };
    }
}

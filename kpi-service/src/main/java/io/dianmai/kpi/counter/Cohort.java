package io.dianmai.kpi.counter;

import io.dianmai.contracts.lead.LeadDimensions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a stage that a lead reached means for the leads of the day of its registration. */
final class Cohort {
    private Cohort() {}

    /** {@code posted}, and one more posting on the day of the lead's registration, where that is known. */
    static List<Posting> withStage(List<Posting> posted, Stage stage, LeadDimensions dimensions, Instant reached) {
        Instant registered = dimensions.registeredAt();
        if (registered == null) {
            return posted;
        }
        List<Slice> slices = Slice.of(dimensions);
        slices.add(new Slice(
                Dimension.STAGE_TIME,
                StageTime.between(registered, reached, stage).toString()));
        List<Posting> both = new ArrayList<>(posted);
        both.addAll(new Amounts().one(stage.counter()).at(registered, slices));
        return both;
    }
}

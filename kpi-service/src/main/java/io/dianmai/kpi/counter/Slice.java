package io.dianmai.kpi.counter;

import io.dianmai.contracts.aftersales.JobDimensions;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.kpi.ImplausibleEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One value of one dimension, for example the advisor {@code S01-07}. */
public record Slice(Dimension dimension, String value) {
    private static final int LONGEST = 200;

    /** @throws ImplausibleEvent when the value is longer than any name is */
    public Slice {
        if (value.length() > LONGEST) {
            throw new ImplausibleEvent(dimension.wireName() + " is too long");
        }
    }

    // Written out because each event asks a dozen times.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Slice slice && dimension == slice.dimension && value.equals(slice.value));
    }

    @Override
    public int hashCode() {
        return 31 * value.hashCode() + dimension.code();
    }

    /** A new list, open to further slices. */
    static List<Slice> of(LeadDimensions dimensions) {
        List<Slice> slices = new ArrayList<>();
        add(slices, Dimension.ADVISOR, dimensions.advisorId());
        add(slices, Dimension.TEAM, dimensions.teamId());
        add(slices, Dimension.CHANNEL, dimensions.channel().name());
        add(slices, Dimension.ACTIVITY, dimensions.activityId());
        add(slices, Dimension.MODEL, dimensions.model());
        return slices;
    }

    /** Only what stays as it is as long as there is the lead: what is taken back under these was put under them. */
    static List<Slice> lasting(LeadDimensions dimensions) {
        List<Slice> slices = new ArrayList<>();
        add(slices, Dimension.CHANNEL, dimensions.channel().name());
        add(slices, Dimension.ACTIVITY, dimensions.activityId());
        return slices;
    }

    /** A new list, open to further slices. */
    static List<Slice> of(JobDimensions dimensions) {
        List<Slice> slices = new ArrayList<>();
        add(slices, Dimension.ADVISOR, dimensions.adviserId());
        add(slices, Dimension.TEAM, dimensions.teamId());
        add(slices, Dimension.MODEL, dimensions.model());
        return slices;
    }

    /** Adds it unless there is no value. */
    static void add(List<Slice> slices, Dimension dimension, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            slices.add(new Slice(dimension, value));
        }
    }
}

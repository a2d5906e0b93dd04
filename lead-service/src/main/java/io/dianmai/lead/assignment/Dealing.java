package io.dianmai.lead.assignment;

import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.lead.roster.Roster;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * 分配: finds out whom one lead goes to. What is asked for is chosen within the command that gives the lead, and told by
 * its event: a repeat of the command does not choose again.
 *
 * <p>Whoever is named by the first match that fits the lead comes first; then everybody who gets leads. Nobody gets one
 * who has left, is off on the day the store next opens, or has as many open leads as one may have.
 */
public final class Dealing {
    private final String leadId;
    private final Supplier<Shift> shift;
    private final Loads loads;

    /**
     * For one lead.
     *
     * @param shift asked for only when a lead is dealt
     */
    public Dealing(String leadId, Supplier<Shift> shift, Loads loads) {
        this.leadId = leadId;
        this.shift = shift;
        this.loads = loads;
    }

    /** By the rule that ships. */
    public static Dealing shipped(String leadId, Roster roster) {
        return new Dealing(leadId, () -> Shift.of(roster), Loads.UNCOUNTED);
    }

    /** Whoever gets a lead that nobody has. */
    public Optional<Dealt> deal(LeadDimensions lead) {
        return choose(shift.get(), lead, new Choice(leadId, Choice.Turn.HASH, Set.of()));
    }

    /**
     * Whoever gets the lead of {@code owner} next, who did not attend to it.
     *
     * @param others who shall not get it either
     */
    public Optional<Dealt> pass(LeadDimensions lead, String owner, Set<String> others) {
        return choose(shift.get(), lead, new Choice(owner, Choice.Turn.NEXT, Choice.with(others, owner)));
    }

    /**
     * Whoever gets the lead of somebody who leaves.
     *
     * @param whateverHeHas for a lead that must not be nobody's: capacities do not matter
     */
    public Optional<Dealt> takeOver(LeadDimensions lead, String leaver, boolean whateverHeHas) {
        Shift now = whateverHeHas ? shift.get().unlimited() : shift.get();
        return choose(now, lead, new Choice(leadId, Choice.Turn.HASH, Set.of(leaver)));
    }

    /** Whether somebody has as many open leads as he may have. */
    public boolean full(String advisorId) {
        Integer capacity = shift.get().policy().capacityOf(advisorId);
        return capacity != null && loads.now().openOf(advisorId) >= capacity;
    }

    private Optional<Dealt> choose(Shift now, LeadDimensions lead, Choice choice) {
        AssignmentPolicy policy = now.policy();
        if (policy.counts()) {
            return loads.take(leadId, standing -> choose(now, lead, choice, standing));
        }
        return choose(now, lead, choice, Standing.EMPTY);
    }

    private static Optional<Dealt> choose(Shift now, LeadDimensions lead, Choice choice, Standing standing) {
        var free = choice.free(now.policy(), now.atWork(), standing);
        for (AssignmentMatch match : now.policy().matches()) {
            Optional<String> named = match.fits(lead)
                    ? choice.among(
                            free.stream().filter(match::names).toList(),
                            now.policy().rule(),
                            standing)
                    : Optional.empty();
            if (named.isPresent()) {
                return named.map(advisor -> new Dealt(advisor, "named for leads of this sort"));
            }
        }
        return choice.among(free, now.policy().rule(), standing).map(advisor -> new Dealt(advisor, note(now.policy())));
    }

    private static @Nullable String note(AssignmentPolicy policy) {
        return switch (policy.rule()) {
            case ROUND_ROBIN -> "round robin";
            case LEAST_BUSY -> "least busy";
            case BY_HASH -> null;
        };
    }
}

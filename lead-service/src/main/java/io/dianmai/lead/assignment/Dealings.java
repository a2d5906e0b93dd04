package io.dianmai.lead.assignment;

import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.policy.Policies;
import io.dianmai.kit.policy.PolicyKind;
import io.dianmai.lead.roster.Roster;
import io.dianmai.lead.roster.Rosters;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Knows by which rule, and among whom, the leads of a store are dealt. */
@Component
public class Dealings {
    private final Policies policies;
    private final PolicyKind<AssignmentPolicy> kind;
    private final StoreReplica stores;
    private final Rosters rosters;
    private final DayOffBook daysOff;
    private final LoadBook loads;

    Dealings(
            Policies policies,
            PolicyKind<AssignmentPolicy> kind,
            StoreReplica stores,
            Rosters rosters,
            DayOffBook daysOff,
            LoadBook loads) {
        this.policies = policies;
        this.kind = kind;
        this.stores = stores;
        this.rosters = rosters;
        this.daysOff = daysOff;
        this.loads = loads;
    }

    /** The dealing of one lead at a time; costs nothing until somebody is asked for. */
    public Dealing of(String leadId, String storeId, Instant time) {
        return new Dealing(leadId, () -> shift(storeId, time), loads.of(storeId));
    }

    /** Who is at work when the store is open next: a lead of the night is for those of the morning. */
    public Shift shift(String storeId, Instant time) {
        Roster roster = rosters.at(storeId, stores.calendar(storeId).nextOpening(time));
        AssignmentPolicy policy = policies.of(kind, storeId, time);
        return new Shift(policy, roster, daysOff.recently(storeId).on(roster.day()));
    }

    /** What the advisors of a store have in hand. */
    public Loads loads(String storeId) {
        return loads.of(storeId);
    }

    /** The people of a team who are at work and have room for one more. */
    public List<String> free(Shift shift, String teamId, Standing standing) {
        return shift.atWork().stream()
                .filter(member -> teamId.equals(member.teamId()))
                .filter(member -> Choice.hasRoom(member.staffId(), shift.policy(), standing))
                .map(member -> member.staffId())
                .toList();
    }
}

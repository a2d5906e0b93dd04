package io.dianmai.lead.stock;

import io.dianmai.kit.policy.PolicyKind;
import io.dianmai.kit.problem.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * 库龄规则: from when on the stock board warns of a vehicle, and calls it aged (滞销).
 *
 * @param agedAfterDays aged from this calendar day in the stock of the group on; 90, as the KPI of aged stock has it
 * @param warnAfterDays the same, for the warning before; 60, a month's time to do something about it
 */
record StockPolicy(int agedAfterDays, int warnAfterDays) {
    /** Two years: what stands for longer is no stock. */
    private static final int LONGEST = 730;

    static final PolicyKind<StockPolicy> KIND =
            new PolicyKind<>("stock", StockPolicy.class, new StockPolicy(90, 60), StockPolicy::flaws);

    boolean aged(long ageDays) {
        return ageDays >= agedAfterDays;
    }

    /** Not yet aged, but soon. */
    boolean warned(long ageDays) {
        return ageDays >= warnAfterDays && !aged(ageDays);
    }

    private List<Violation> flaws() {
        var flaws = new ArrayList<Violation>();
        if (agedAfterDays < 1 || agedAfterDays > LONGEST) {
            flaws.add(new Violation("/agedAfterDays", "Must be from 1 to " + LONGEST + "."));
        }
        if (warnAfterDays < 1 || warnAfterDays > agedAfterDays) {
            flaws.add(new Violation("/warnAfterDays", "Must be from 1 to agedAfterDays."));
        }
        return flaws;
    }
}

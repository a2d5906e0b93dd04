package io.dianmai.kpi.clock;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.security.Viewer;
import org.jspecify.annotations.Nullable;

/** Who sees the deadlines and reminders of whom, within the caller's stores, and who may act on them. */
public final class Oversight {
    private static final Role[] MANAGING = {
        Role.GROUP_HQ,
        Role.BRAND_DIRECTOR,
        Role.REGIONAL_MANAGER,
        Role.GENERAL_MANAGER,
        Role.SALES_MANAGER,
        Role.SHOWROOM_SUPERVISOR,
        Role.SERVICE_MANAGER,
        Role.WORKSHOP_SUPERVISOR,
        Role.CUSTOMER_CARE_MANAGER
    };

    private Oversight() {}

    /**
     * The staff id that the caller is bound to: those who manage see everybody's, software of the store and whoever runs the
     * platform too.
     *
     * @return null for no bound; an id of nobody for whoever is neither managing nor on the staff
     */
    public static @Nullable String boundTo(Viewer viewer) {
        if (viewer.has(MANAGING) || viewer.has(Role.STORE_SYSTEM, Role.OPERATIONS)) {
            return null;
        }
        return viewer.staffId() == null ? "" : viewer.staffId();
    }

    /** Insists that the caller may act: whoever it concerns, and those who manage. */
    public static void requireActing(Viewer viewer, boolean concerned) {
        if (!concerned && !viewer.has(MANAGING)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "This is for the owner, and for those who manage the store.");
        }
    }

    /** How whoever acts is named. */
    public static String nameOf(Viewer viewer) {
        return viewer.staffId() == null ? viewer.subject() : viewer.staffId();
    }
}

package io.dianmai.kpi.target.web;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kpi.target.TargetOwner;

/** Who may plan: those above the stores everything, general managers (总经理) for the people of their stores. */
final class Planners {
    private static final Role[] ABOVE_STORES = {Role.GROUP_HQ, Role.BRAND_DIRECTOR, Role.REGIONAL_MANAGER};
    private static final Role[] ALL = {Role.GROUP_HQ, Role.BRAND_DIRECTOR, Role.REGIONAL_MANAGER, Role.GENERAL_MANAGER};

    private Planners() {}

    static void requireAny(Viewer viewer) {
        viewer.require(ALL);
    }

    static boolean mayPlan(Viewer viewer, TargetOwner owner) {
        return viewer.has(owner instanceof TargetOwner.Store ? ABOVE_STORES : ALL);
    }

    static void require(Viewer viewer, TargetOwner owner) {
        if (!mayPlan(viewer, owner)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "A store's own plan is made above the store; its managers plan for its people.");
        }
    }

    static String name(Viewer viewer) {
        return viewer.staffId() == null ? viewer.subject() : viewer.staffId();
    }
}

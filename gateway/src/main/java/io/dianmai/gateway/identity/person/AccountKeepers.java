package io.dianmai.gateway.identity.person;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;

/** Who makes and closes accounts and clients. */
public final class AccountKeepers {
    private AccountKeepers() {}

    /**
     * Insists on one of them.
     *
     * @throws ProblemException 403 for anybody else
     */
    public static void require(Viewer viewer) {
        viewer.require(Role.GROUP_HQ, Role.OPERATIONS);
    }
}

package io.dianmai.gateway.identity.person;

import io.dianmai.contracts.org.Role;

/** Who makes and closes accounts and clients. */
public final class AccountKeepers {
    public static final Role[] ROLES = {Role.GROUP_HQ, Role.OPERATIONS};

    private AccountKeepers() {}
}

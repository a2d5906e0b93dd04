package io.dianmai.lead.lead;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.security.Viewer;
import java.util.List;

/** Which roles may do what with leads and visits, within their stores. */
public enum Access {
    READ(
            Role.GROUP_HQ,
            Role.BRAND_DIRECTOR,
            Role.REGIONAL_MANAGER,
            Role.GENERAL_MANAGER,
            Role.SALES_MANAGER,
            Role.SHOWROOM_SUPERVISOR,
            Role.SALES_CONSULTANT,
            Role.PHONE_WEB_DESK,
            Role.CUSTOMER_CARE_MANAGER,
            Role.STORE_SYSTEM),
    WRITE(
            Role.GROUP_HQ,
            Role.GENERAL_MANAGER,
            Role.SALES_MANAGER,
            Role.SHOWROOM_SUPERVISOR,
            Role.SALES_CONSULTANT,
            Role.PHONE_WEB_DESK,
            Role.STORE_SYSTEM),
    /** Giving a lead to somebody is not for those who may take it. */
    ASSIGN(Role.GROUP_HQ, Role.GENERAL_MANAGER, Role.SALES_MANAGER, Role.SHOWROOM_SUPERVISOR, Role.STORE_SYSTEM),
    /** What the store has and does: its stock and its activities. */
    RUN(Role.GROUP_HQ, Role.GENERAL_MANAGER, Role.SALES_MANAGER, Role.SHOWROOM_SUPERVISOR, Role.STORE_SYSTEM),
    /** Giving somebody more leads than one may have. */
    OVER_CAPACITY(Role.GROUP_HQ, Role.GENERAL_MANAGER, Role.SALES_MANAGER, Role.STORE_SYSTEM),
    /** 认领: taking leads out of the pool, giving back and refusing what one has. */
    TAKE(Role.SALES_CONSULTANT, Role.PHONE_WEB_DESK, Role.SHOWROOM_SUPERVISOR),
    /** Taking leads back for the company and handing over the work of who leaves. */
    MANAGE(Role.GROUP_HQ, Role.GENERAL_MANAGER, Role.SALES_MANAGER),
    /** Taking in whole lists. */
    IMPORT(Role.GROUP_HQ, Role.GENERAL_MANAGER, Role.SALES_MANAGER, Role.STORE_SYSTEM);

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<Role> roles;

    Access(Role... roles) {
        this.roles = List.of(roles);
    }

    /** Ends the request with 403 for everybody else. */
    public void require(Viewer viewer) {
        viewer.require(roles.toArray(Role[]::new));
    }
}

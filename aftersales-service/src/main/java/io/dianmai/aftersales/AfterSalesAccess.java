package io.dianmai.aftersales;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.security.Viewer;
import java.util.List;

/** Which roles may do what with jobs and complaints, within their stores. */
public enum AfterSalesAccess {
    READ(
            Role.GROUP_HQ,
            Role.BRAND_DIRECTOR,
            Role.REGIONAL_MANAGER,
            Role.GENERAL_MANAGER,
            Role.SERVICE_MANAGER,
            Role.SERVICE_ADVISER,
            Role.WORKSHOP_SUPERVISOR,
            Role.TECHNICIAN,
            Role.WARRANTY_CLERK,
            Role.CUSTOMER_CARE_MANAGER,
            Role.PARTS_MANAGER,
            Role.STORE_SYSTEM),
    WRITE(
            Role.GROUP_HQ,
            Role.GENERAL_MANAGER,
            Role.SERVICE_MANAGER,
            Role.SERVICE_ADVISER,
            Role.WORKSHOP_SUPERVISOR,
            Role.CUSTOMER_CARE_MANAGER,
            Role.STORE_SYSTEM),
    /** Handing over the work of who leaves. */
    MANAGE(Role.GROUP_HQ, Role.GENERAL_MANAGER, Role.SERVICE_MANAGER);

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<Role> roles;

    AfterSalesAccess(Role... roles) {
        this.roles = List.of(roles);
    }

    /** Ends the request with 403 for everybody else. */
    public void require(Viewer viewer) {
        viewer.require(roles.toArray(Role[]::new));
    }
}

package io.dianmai.followup.contact;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.security.Viewer;

/** Who speaks with customers, whoever leads them, and the store's own software: they log contacts and read the notes. */
public final class ContactAccess {
    private static final Role[] CONTACTING = {
        Role.SALES_CONSULTANT,
        Role.PHONE_WEB_DESK,
        Role.SHOWROOM_SUPERVISOR,
        Role.SALES_MANAGER,
        Role.GENERAL_MANAGER,
        Role.STORE_SYSTEM
    };

    private ContactAccess() {}

    /** Ends the request with 403 for everybody else. */
    public static void require(Viewer viewer) {
        viewer.require(CONTACTING);
    }

    /** Whether the viewer is one of them. */
    public static boolean of(Viewer viewer) {
        return viewer.has(CONTACTING);
    }
}

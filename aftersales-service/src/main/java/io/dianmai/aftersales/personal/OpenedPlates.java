package io.dianmai.aftersales.personal;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.personal.SealedText;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.unmask.UnmaskRequest;
import io.dianmai.kit.unmask.Unmasking;
import io.dianmai.kit.unmask.Unmasking.Look;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** 查看明文: opens plates, for the service adviser who owns the job and for managers of its store. */
@Component
public class OpenedPlates {
    private static final List<Role> MANAGERS =
            List.of(Role.GROUP_HQ, Role.GENERAL_MANAGER, Role.SERVICE_MANAGER, Role.CUSTOMER_CARE_MANAGER);
    private static final List<Role> OWNERS = List.of(Role.SERVICE_ADVISER);

    private final PersonalDataSealer sealer;
    private final Unmasking unmasking;

    OpenedPlates(PersonalDataSealer sealer, Unmasking unmasking) {
        this.sealer = sealer;
        this.unmasking = unmasking;
    }

    /** A plate in clear; absent where none is on file. */
    public record OpenedPlate(@Nullable String plate) {
        /** Keeps it out of logs. */
        @Override
        public String toString() {
            return "OpenedPlate";
        }
    }

    /** For the customer's own eyes. */
    public @Nullable String open(@Nullable String sealed) {
        return sealed == null ? null : sealer.unseal(SealedText.parse(sealed));
    }

    /**
     * Shows the plate of an object to who may see it.
     *
     * @param type of the object as the audit log calls it
     * @param adviserId whose job it is
     */
    public ResponseEntity<OpenedPlate> show(
            Viewer viewer, String type, Subject object, @Nullable String adviserId, UnmaskRequest asked) {
        Unmasking.requireMay(viewer, MANAGERS, OWNERS, adviserId);
        var look = new Look(type, object.id(), object.storeId(), List.of("plate"));
        return unmasking.show(viewer, look, asked, () -> new OpenedPlate(open(object.sealedPlate())));
    }

    /** What has a plate. */
    public record Subject(
            String id, String storeId, @Nullable String sealedPlate) {}
}

package io.dianmai.lead.lead;

import static io.dianmai.kit.aggregate.Decision.accept;
import static io.dianmai.kit.aggregate.Decision.refuse;

import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadTestDriven;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.lead.lead.LeadCommand.TestDrive;
import java.time.Duration;
import java.time.Instant;

/** 试乘试驾: what a test drive must be like to be taken down. */
final class Driving {
    private static final Duration LONGEST = Duration.ofDays(1);

    /** The same as at the door for store systems: for clocks that run ahead. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private Driving() {}

    static Decision<LeadEvent> decide(Lead lead, TestDrive drive) {
        Duration taken = Duration.between(drive.startedAt(), drive.endedAt());
        if (taken.isNegative()) {
            return refuse(LeadRefusals.TEST_DRIVE_BACKWARDS);
        }
        if (taken.compareTo(LONGEST) > 0) {
            return refuse(LeadRefusals.TEST_DRIVE_TOO_LONG);
        }
        Instant told = drive.toldAt();
        if (told != null && drive.endedAt().isAfter(told.plus(CLOCKS_APART))) {
            return refuse(SaleRefusals.TEST_DRIVE_AHEAD);
        }
        return accept(new LeadTestDriven(
                lead.dimensions(),
                lead.progress().testDrives() + 1,
                drive.model(),
                Math.toIntExact(taken.toMinutes()),
                drive.vehicleRef(),
                drive.route(),
                drive.rating(),
                drive.feedback()));
    }
}

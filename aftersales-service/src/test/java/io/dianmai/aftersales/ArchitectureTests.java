package io.dianmai.aftersales;

import io.dianmai.kit.test.ServiceRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
    private final ServiceRules rules = ServiceRules.of("io.dianmai.aftersales");

    @Test
    void decidesWithoutFrameworksAndWithoutAClock() {
        rules.domainIsPure(List.of(
                "appointment.Appointment",
                "repairorder.RepairOrder",
                "repairorder.RepairOrderCommand",
                "complaint.Complaint",
                "complaint.ComplaintCommand",
                "handover.Advisers"));
    }

    @Test
    void injectsThroughConstructorsOnly() {
        rules.injectionIsByConstructor();
    }

    @Test
    void keepsTheServicesApart() {
        rules.servicesAreApart();
    }

    @Test
    void keepsItsFeaturesApart() {
        rules.packagesAreApart(List.of("appointment", "repairorder", "complaint"));
    }
}

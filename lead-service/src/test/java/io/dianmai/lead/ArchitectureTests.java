package io.dianmai.lead;

import io.dianmai.kit.test.ServiceRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
    private final ServiceRules rules = ServiceRules.of("io.dianmai.lead");

    @Test
    void decidesWithoutFrameworksAndWithoutAClock() {
        rules.domainIsPure(List.of(
                "lead.Lead",
                "lead.NewLead",
                "lead.Ownership",
                "lead.Activity",
                "lead.Recalled",
                "lead.LeadBehaviour",
                "lead.LeadCommand",
                "lead.LeadRefusals",
                "lead.GradingPolicy",
                "lead.Card",
                "lead.CardCommand",
                "lead.CardKeeping",
                "lead.Clash",
                "lead.Interests",
                "lead.Merging",
                "lead.Circumstances",
                "lead.Progress",
                "lead.Grade",
                "lead.Stage",
                "visit.Visit",
                "visit.Acquaintance",
                "visit.VisitEntry",
                "duplicate.DuplicatePolicy",
                "timeline.Chunk",
                "timeline.TimelineSubjects",
                "roster.Roster"));
    }

    @Test
    void injectsThroughConstructorsOnly() {
        rules.injectionIsByConstructor();
    }

    @Test
    void keepsTheServicesApart() {
        rules.servicesAreApart();
    }
}

package io.dianmai.local.sample.group;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Who works at a store of the sample. The same store always has the same people. */
final class Staffing {
    private final StorePlan plan;
    private final GroupData data;
    private final SplittableRandom random;
    private final List<StaffMember> staff = new ArrayList<>();

    private Staffing(StorePlan plan, GroupData data) {
        this.plan = plan;
        this.data = data;
        this.random = new SplittableRandom(plan.id().hashCode());
    }

    static List<Team> teamsOf(StorePlan plan) {
        return List.of(
                new Team(plan.id() + "-sales-1", "销售一组"),
                new Team(plan.id() + "-sales-2", "销售二组"),
                new Team(plan.id() + "-service-1", "服务一组"));
    }

    static List<StaffMember> of(StorePlan plan, GroupData data) {
        var staffing = new Staffing(plan, data);
        staffing.sales();
        staffing.service();
        return List.copyOf(staffing.staff);
    }

    private void sales() {
        employ("gm", null, Role.GENERAL_MANAGER);
        if (plan.size().large()) {
            employ("sm", null, Role.SALES_MANAGER);
            employ("sup", null, Role.SHOWROOM_SUPERVISOR);
        } else {
            employ("sm", null, Role.SALES_MANAGER, Role.SHOWROOM_SUPERVISOR);
        }
        employ("desk", null, Role.PHONE_WEB_DESK);
        for (int i = 1; i <= plan.size().consultants(); i++) {
            employ("c" + i, i % 2 == 1 ? "sales-1" : "sales-2", Role.SALES_CONSULTANT);
        }
    }

    private void service() {
        if (plan.size().large()) {
            employ("svm", null, Role.SERVICE_MANAGER);
            employ("care", null, Role.CUSTOMER_CARE_MANAGER);
            employ("renewal", "service-1", Role.RENEWAL_SPECIALIST);
            employ("warranty", "service-1", Role.WARRANTY_CLERK);
            employ("parts", null, Role.PARTS_MANAGER);
        } else {
            employ("svm", null, Role.SERVICE_MANAGER, Role.CUSTOMER_CARE_MANAGER);
            employ("office", "service-1", Role.RENEWAL_SPECIALIST, Role.WARRANTY_CLERK, Role.PARTS_MANAGER);
        }
        employ("ws", "service-1", Role.WORKSHOP_SUPERVISOR);
        for (int i = 1; i <= plan.size().advisers(); i++) {
            employ("a" + i, "service-1", Role.SERVICE_ADVISER);
        }
        for (int i = 1; i <= plan.size().technicians(); i++) {
            employ("t" + i, "service-1", Role.TECHNICIAN);
        }
    }

    private void employ(String post, @Nullable String team, Role... roles) {
        staff.add(new StaffMember(
                plan.id() + "-" + post,
                any(data.surnames()) + any(data.givenNames()),
                List.of(roles),
                team == null ? null : plan.id() + "-" + team,
                null));
    }

    private String any(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }
}

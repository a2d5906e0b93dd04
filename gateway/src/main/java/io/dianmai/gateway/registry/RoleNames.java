package io.dianmai.gateway.registry;

import io.dianmai.contracts.org.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What roles are called in files: as in the API, or as people say. */
final class RoleNames {
    private static final Map<String, Role> BY_NAME = names();

    private RoleNames() {}

    static Optional<Role> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name.strip().toUpperCase(Locale.ROOT)));
    }

    private static Map<String, Role> names() {
        Map<String, Role> names = new HashMap<>();
        Arrays.stream(Role.values())
                .filter(role -> role != Role.STORE_SYSTEM)
                .forEach(role -> names.put(role.name(), role));
        names.put("集团运营中心", Role.GROUP_HQ);
        names.put("品牌总监", Role.BRAND_DIRECTOR);
        names.put("区域经理", Role.REGIONAL_MANAGER);
        names.put("总经理", Role.GENERAL_MANAGER);
        names.put("销售经理", Role.SALES_MANAGER);
        names.put("展厅主管", Role.SHOWROOM_SUPERVISOR);
        names.put("销售顾问", Role.SALES_CONSULTANT);
        names.put("电网专员", Role.PHONE_WEB_DESK);
        names.put("售后经理", Role.SERVICE_MANAGER);
        names.put("服务顾问", Role.SERVICE_ADVISER);
        names.put("车间主管", Role.WORKSHOP_SUPERVISOR);
        names.put("技师", Role.TECHNICIAN);
        names.put("续保员", Role.RENEWAL_SPECIALIST);
        names.put("保修员", Role.WARRANTY_CLERK);
        names.put("客服经理", Role.CUSTOMER_CARE_MANAGER);
        names.put("备件经理", Role.PARTS_MANAGER);
        names.put("平台运维", Role.OPERATIONS);
        return Map.copyOf(names);
    }
}

package io.dianmai.gateway.identity.person;

import io.dianmai.contracts.org.Role;
import java.util.Optional;

/** Where in the group somebody works, and so what he may see. Written {@code group}, {@code region:north}, … */
public sealed interface Place {
    /** 集团 */
    record Group() implements Place {}

    /** 区域 */
    record Region(String id) implements Place {}

    /** 品牌 */
    record Brand(String id) implements Place {}

    /** 门店 */
    record Store(String id) implements Place {}

    /** The place that {@code text} names; empty when it names none. */
    static Optional<Place> parse(String text) {
        if (text.equals("group")) {
            return Optional.of(new Group());
        }
        int colon = text.indexOf(':');
        String id = text.substring(colon + 1);
        if (colon < 0 || id.isBlank()) {
            return Optional.empty();
        }
        return switch (text.substring(0, colon)) {
            case "region" -> Optional.of(new Region(id));
            case "brand" -> Optional.of(new Brand(id));
            case "store" -> Optional.of(new Store(id));
            default -> Optional.empty();
        };
    }

    /** Whether somebody with this role works at such a place. A store's own software is nobody. */
    default boolean suits(Role role) {
        return switch (role) {
            case GROUP_HQ, OPERATIONS -> this instanceof Group;
            case BRAND_DIRECTOR -> this instanceof Brand;
            case REGIONAL_MANAGER -> this instanceof Region;
            case STORE_SYSTEM -> false;
            case GENERAL_MANAGER,
                    SALES_MANAGER,
                    SHOWROOM_SUPERVISOR,
                    SALES_CONSULTANT,
                    PHONE_WEB_DESK,
                    SERVICE_MANAGER,
                    SERVICE_ADVISER,
                    WORKSHOP_SUPERVISOR,
                    TECHNICIAN,
                    RENEWAL_SPECIALIST,
                    WARRANTY_CLERK,
                    CUSTOMER_CARE_MANAGER,
                    PARTS_MANAGER -> this instanceof Store;
        };
    }
}

package io.dianmai.kpi.delivery.queue;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.reminder.ReminderDigest;
import io.dianmai.contracts.reminder.ReminderEvent;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Notice;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which target is told of what. */
final class Matching {
    private Matching() {}

    /** @param store as the registry has it; absent while it does not name it */
    static boolean matches(DeliveryTarget target, Notice notice, @Nullable StorePublished store) {
        return !notice.at().isBefore(target.createdAt())
                && target.scope().contains(notice.storeId(), store)
                && (target.kinds().isEmpty() || !Collections.disjoint(target.kinds(), notice.deadlines()))
                && (target.roles().isEmpty()
                        || !Collections.disjoint(
                                target.roles(), hearing(notice.event().data(), store)));
    }

    /** The roles it is addressed to, and those of the people at the store who hear of it, its owner for example. */
    private static Set<Role> hearing(ReminderEvent event, @Nullable StorePublished store) {
        Set<Role> roles = new HashSet<>();
        List<String> people = switch (event) {
            case ReminderFired fired -> {
                roles.addAll(fired.audience());
                yield people(fired);
            }
            case ReminderDigest digest -> {
                roles.addAll(digest.audience());
                yield digest.recipients();
            }
        };
        if (store != null) {
            store.staff().stream()
                    .filter(member -> people.contains(member.staffId()))
                    .map(StaffMember::roles)
                    .forEach(roles::addAll);
        }
        return roles;
    }

    private static List<String> people(ReminderFired fired) {
        if (fired.recipients() != null) {
            return fired.recipients();
        }
        return fired.ownerId() == null ? List.of() : List.of(fired.ownerId());
    }
}

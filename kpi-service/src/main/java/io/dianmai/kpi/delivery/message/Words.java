package io.dianmai.kpi.delivery.message;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kpi.delivery.Language;
import java.util.Map;
import java.util.Objects;

/** Names of things in the languages that messages are written in. */
record Words(Map<Language, Names> byLanguage) {
    record Names(Map<DeadlineKind, String> kinds, Map<Role, String> roles, Map<RungAction, String> actions) {
        Names {
            kinds = Map.copyOf(kinds);
            roles = Map.copyOf(roles);
            actions = Map.copyOf(actions);
        }
    }

    Words {
        byLanguage = Map.copyOf(byLanguage);
    }

    String of(Language language, DeadlineKind kind) {
        return Objects.requireNonNull(in(language).kinds().get(kind), kind::name);
    }

    String of(Language language, Role role) {
        return Objects.requireNonNull(in(language).roles().get(role), role::name);
    }

    String of(Language language, RungAction action) {
        return Objects.requireNonNull(in(language).actions().get(action), action::name);
    }

    private Names in(Language language) {
        return Objects.requireNonNull(byLanguage.get(language), language::name);
    }
}

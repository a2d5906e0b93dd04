package io.dianmai.contracts;

import io.dianmai.contracts.aftersales.AfterSalesEvent;
import io.dianmai.contracts.audit.AuditEvent;
import io.dianmai.contracts.deadline.DeadlineEvent;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.contracts.followup.FollowUpEvent;
import io.dianmai.contracts.lead.SalesEvent;
import io.dianmai.contracts.org.OrgEvent;
import io.dianmai.contracts.reminder.ReminderEvent;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All event types, read off the sealed families: their permits lists are the only registry. */
public final class EventTypes {
    private static final SortedMap<String, Class<? extends EventData>> BY_NAME = Stream.of(Family.values())
            .flatMap(family -> leaves(family.type))
            .collect(Collectors.toMap(
                    EventTypes::annotatedName,
                    type -> type,
                    (one, other) -> {
                        throw new IllegalStateException(one + " and " + other + " share a type name");
                    },
                    TreeMap::new));
    private static final Map<Class<? extends EventData>, String> NAMES =
            BY_NAME.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private EventTypes() {}

    /** Every event record by its CloudEvents type, in order of names. */
    public static SortedMap<String, Class<? extends EventData>> all() {
        return BY_NAME;
    }

    /** The record for a CloudEvents type, if this version of the platform knows it. */
    public static Optional<Class<? extends EventData>> byName(String type) {
        return Optional.ofNullable(BY_NAME.get(type));
    }

    /** The CloudEvents type of an event record. */
    public static String nameOf(Class<? extends EventData> type) {
        String name = NAMES.get(type);
        if (name == null) {
            throw new IllegalArgumentException(type + " is no event record");
        }
        return name;
    }

    /** The topic that carries events of this record's family. */
    public static String topicOf(Class<? extends EventData> type) {
        for (Family family : Family.values()) {
            if (family.type.isAssignableFrom(type)) {
                return family.topic;
            }
        }
        throw new IllegalArgumentException(type + " belongs to no family");
    }

    private enum Family {
        FACT(StoreFact.class, Topics.STORE_EVENTS),
        LEAD(SalesEvent.class, Topics.LEAD_EVENTS),
        FOLLOW_UP(FollowUpEvent.class, Topics.FOLLOWUP_EVENTS),
        AFTER_SALES(AfterSalesEvent.class, Topics.AFTERSALES_EVENTS),
        ORG(OrgEvent.class, Topics.ORG_EVENTS),
        DEADLINE(DeadlineEvent.class, Topics.DEADLINE_EVENTS),
        REMINDER(ReminderEvent.class, Topics.REMINDERS),
        AUDIT(AuditEvent.class, Topics.AUDIT_LOG);

        private final Class<? extends EventData> type;
        private final String topic;

        Family(Class<? extends EventData> type, String topic) {
            this.type = type;
            this.topic = topic;
        }
    }

    private static Stream<Class<? extends EventData>> leaves(Class<? extends EventData> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(sub -> leaves(sub.asSubclass(EventData.class)))
                : Stream.of(type);
    }

    private static String annotatedName(Class<? extends EventData> type) {
        EventType annotation = type.getAnnotation(EventType.class);
        if (annotation == null) {
            throw new IllegalStateException(type + " lacks @EventType");
        }
        return annotation.value();
    }
}

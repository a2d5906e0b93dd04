package io.dianmai.lead.assignment;

import io.dianmai.kit.time.Recent;
import io.dianmai.lead.notebook.Notebook;
import io.dianmai.lead.notebook.Notebook.Change;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Keeps the days off of all stores. For the rule they are read once in a while, for they are said days before. */
@Component
class DayOffBook {
    static final Duration FRESH_FOR = Duration.ofSeconds(10);

    private final Notebook<DaysOff> stores;
    private final Clock clock;
    private final Map<String, Recent<DaysOff>> recent = new ConcurrentHashMap<>();

    DayOffBook(MongoTemplate mongo, Clock clock) {
        this.stores = new Notebook<>(mongo, "daysOff", DaysOff.class, DaysOff.NONE);
        this.clock = clock;
    }

    /** As it was known within {@link #FRESH_FOR}; what this instance was told, at once. */
    DaysOff recently(String storeId) {
        return recent.computeIfAbsent(storeId, id -> new Recent<>(() -> find(id), FRESH_FOR, clock))
                .get();
    }

    DaysOff find(String storeId) {
        return stores.find(storeId);
    }

    /** From now on somebody is off on these days and on no others. */
    List<LocalDate> put(String storeId, String staffId, List<LocalDate> days) {
        List<LocalDate> off = stores.change(storeId, before -> {
            DaysOff after = before.with(staffId, days);
            return new Change<>(after, after.of(staffId));
        });
        recent.remove(storeId);
        return off;
    }
}

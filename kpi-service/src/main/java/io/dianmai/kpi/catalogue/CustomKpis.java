package io.dianmai.kpi.catalogue;

import io.dianmai.kpi.catalogue.KpiReader.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * The KPIs that people have made, one document each, found by code. Every instance reads them anew after a second at
 * most, so a new one is there at once, for all history: rows hold counters, not KPIs.
 */
class CustomKpis {
    private static final Logger LOG = LoggerFactory.getLogger(CustomKpis.class);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final MongoTemplate mongo;
    private final CounterList counters;
    private final Clock clock;
    private @Nullable Snapshot snapshot;

    CustomKpis(MongoTemplate mongo, CounterList counters, Clock clock) {
        this.mongo = mongo;
        this.counters = counters;
        this.clock = clock;
    }

    /** What was read: definitions with the KPIs they mean, none where one no longer holds together. */
    private record Snapshot(Instant readAt, Map<KpiDefinition, Optional<Kpi>> read, Map<String, Kpi> byCode) {
        boolean isFresh(Instant now) {
            Duration age = Duration.between(readAt, now);
            return !age.isNegative() && age.compareTo(FRESH) < 0;
        }
    }

    /** All of them by code, in order of codes. */
    synchronized Map<String, Kpi> current() {
        Instant now = clock.instant();
        if (snapshot == null || !snapshot.isFresh(now)) {
            snapshot = read(now, snapshot == null ? Map.of() : snapshot.read());
        }
        return snapshot.byCode();
    }

    private Snapshot read(Instant now, Map<KpiDefinition, Optional<Kpi>> known) {
        Query all = new Query().with(Sort.by("_id"));
        Map<KpiDefinition, Optional<Kpi>> read = new HashMap<>();
        Map<String, Kpi> byCode = new LinkedHashMap<>();
        for (KpiDefinition definition : mongo.find(all, KpiDefinition.class)) {
            Optional<Kpi> before = known.get(definition);
            Optional<Kpi> kpi = before == null ? kpi(definition) : before;
            read.put(definition, kpi);
            kpi.ifPresent(readable -> byCode.put(readable.code(), readable));
        }
        return new Snapshot(now, read, Collections.unmodifiableMap(byCode));
    }

    private Optional<Kpi> kpi(KpiDefinition definition) {
        return switch (KpiReader.read(definition.draft(), counters, definition.origin())) {
            case Reading.Good good -> Optional.of(good.kpi());
            case Reading.Bad(List<Finding> findings) -> {
                LOG.error(
                        "custom KPI {} no longer holds together and is left out: {}",
                        definition.code(),
                        findings.getFirst().inWords());
                yield Optional.empty();
            }
        };
    }

    Optional<KpiDefinition> find(String code) {
        return Optional.ofNullable(mongo.findById(code, KpiDefinition.class));
    }

    /** Adds it; false when its code is taken. */
    boolean add(KpiDefinition definition) {
        try {
            mongo.insert(definition);
            forget();
            return true;
        } catch (DuplicateKeyException taken) {
            LOG.debug("custom KPI {} is there already", definition.code(), taken);
            return false;
        }
    }

    /** Puts a changed one in the place of the version before it; false when that is no longer the present one. */
    boolean replace(KpiDefinition changed) {
        boolean won = mongo.replace(version(changed.code(), changed.version() - 1), changed)
                        .getMatchedCount()
                == 1;
        forget();
        return won;
    }

    /** Takes this version away; false when it is no longer the present one. */
    boolean remove(KpiDefinition present) {
        boolean won = mongo.remove(version(present.code(), present.version()), KpiDefinition.class)
                        .getDeletedCount()
                == 1;
        forget();
        return won;
    }

    private static Query version(String code, long version) {
        return Query.query(Criteria.where("_id").is(code).and("version").is(version));
    }

    private synchronized void forget() {
        snapshot = snapshot == null ? null : new Snapshot(Instant.EPOCH, snapshot.read(), snapshot.byCode());
    }
}

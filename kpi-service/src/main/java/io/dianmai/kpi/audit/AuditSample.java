package io.dianmai.kpi.audit;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.background.BackgroundLoop;
import io.dianmai.kit.org.StoreReplica;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;

/** Audits all the time: a store at random and one of its last days, so that only the end of the topics is read. */
final class AuditSample extends BackgroundLoop {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int DAYS = 3;

    private final Auditor auditor;
    private final StoreReplica stores;
    private final AuditSettings settings;
    private final Clock clock;
    private final RandomGenerator random;

    AuditSample(Auditor auditor, StoreReplica stores, AuditSettings settings, Clock clock, RandomGenerator random) {
        super("kpi-audit", settings.every(), settings.every());
        this.auditor = auditor;
        this.stores = stores;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    @Override
    protected Duration step() throws InterruptedException {
        List<StorePublished> all = stores.all();
        if (!all.isEmpty()) {
            StorePublished store = all.get(random.nextInt(all.size()));
            ZoneId zone = ZoneId.of(store.zone());
            LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
            AuditedPeriod day = AuditedPeriod.of(today.minusDays(random.nextInt(DAYS)));
            auditor.audit(store.storeId(), zone, day, false, PATIENCE);
        }
        return settings.every();
    }

    /** Without an interval there are no samples. */
    @Override
    public boolean isAutoStartup() {
        return settings.every().isPositive();
    }
}

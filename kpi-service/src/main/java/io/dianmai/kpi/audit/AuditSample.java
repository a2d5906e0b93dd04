package io.dianmai.kpi.audit;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.org.StoreReplica;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Audits all the time: a store at random and one of its last days, so that only the end of the topics is read. */
final class AuditSample implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AuditSample.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int DAYS = 3;

    private final Auditor auditor;
    private final StoreReplica stores;
    private final AuditSettings settings;
    private final Clock clock;
    private final RandomGenerator random;
    private volatile @Nullable Thread sampling;

    AuditSample(Auditor auditor, StoreReplica stores, AuditSettings settings, Clock clock, RandomGenerator random) {
        this.auditor = auditor;
        this.stores = stores;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(settings.every());
                auditOne();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void auditOne() throws InterruptedException {
        try {
            List<StorePublished> all = stores.all();
            if (!all.isEmpty()) {
                StorePublished store = all.get(random.nextInt(all.size()));
                ZoneId zone = ZoneId.of(store.zone());
                LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
                AuditedPeriod day = AuditedPeriod.of(today.minusDays(random.nextInt(DAYS)));
                auditor.audit(store.storeId(), zone, day, false, PATIENCE);
            }
        } catch (RuntimeException away) {
            LOG.warn("An audit could not be made; the next will be: {}", away.toString());
        }
    }

    @Override
    public void start() {
        if (settings.every().isPositive()) {
            sampling = Thread.ofVirtual().name("kpi-audit").start(this::run);
        }
    }

    @Override
    public void stop() {
        Thread thread = sampling;
        if (thread != null) {
            thread.interrupt();
        }
        sampling = null;
    }

    @Override
    public boolean isRunning() {
        return sampling != null;
    }
}

package io.dianmai.lead.intake;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.kit.background.BackgroundLoop;
import io.dianmai.lead.intake.ImportJob.Counts;
import io.dianmai.lead.intake.ImportJob.State;
import io.dianmai.lead.intake.sheet.ImportRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries out imports, one after the other. Each chunk is taken in and then settled; who takes one in again after a
 * crash changes nothing the second time. Any instance goes on where another one has stopped.
 */
@Component
final class ImportWorker extends BackgroundLoop {
    private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final int MOST_FAILURES = 5;
    /** How many looks pass between two times of tidying up: about ten minutes without work. */
    private static final int LOOKS_BETWEEN = 300;

    private final Imports imports;
    private final ImportJobs jobs;
    private final ImportChunks chunks;
    private final ImportSettings settings;
    private final Clock clock;
    private final String me = AggregateIds.next();
    private int looks;

    ImportWorker(Imports imports, ImportJobs jobs, ImportChunks chunks, ImportSettings settings, Clock clock) {
        super("imports", Duration.ZERO, LOOK_AGAIN);
        this.imports = imports;
        this.jobs = jobs;
        this.chunks = chunks;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected Duration step() {
        if (looks++ % LOOKS_BETWEEN == 0) {
            tidy();
        }
        Instant now = clock.instant();
        return jobs.claim(me, now, now.plus(settings.lease()))
                .map(this::carryOut)
                .orElse(LOOK_AGAIN);
    }

    /** Goes on with an import as far as it can; says when to look for the next. */
    private Duration carryOut(ImportJob job) {
        try {
            Import<?> at = imports.importOf(job);
            for (int chunk = job.nextChunk(); chunk < job.chunks(); chunk++) {
                if (!isRunning() || !carryOut(job, at, chunk)) {
                    jobs.release(job.id(), me, false);
                    return Duration.ZERO;
                }
            }
            jobs.finish(job.id(), me, State.DONE, clock.instant());
            log.info("import {} of {} rows is done", job.id(), job.rows());
            return Duration.ZERO;
        } catch (NotNow later) {
            log.info("import {} waits: {}", job.id(), later.getMessage());
            jobs.release(job.id(), me, false);
            return LOOK_AGAIN;
        } catch (RuntimeException failed) {
            return failed(job, failed);
        }
    }

    /** False when somebody else is at work by now. */
    private boolean carryOut(ImportJob job, Import<?> at, int chunk) {
        List<Verdict> settled = chunks.verdicts(job.id(), chunk);
        List<Verdict> verdicts = settled.isEmpty() ? take(job, at, chunk) : settled;
        Instant leaseUntil = clock.instant().plus(settings.lease());
        return jobs.advance(job.id(), me, chunk, Counts.of(verdicts), leaseUntil);
    }

    private List<Verdict> take(ImportJob job, Import<?> at, int chunk) {
        List<ImportRow> rows = chunks.rows(job.id(), chunk);
        List<Verdict> verdicts = at.take(job.id(), rows);
        Set<Integer> bad =
                verdicts.stream().filter(Verdict::isBad).map(Verdict::line).collect(Collectors.toSet());
        List<ImportRow> left =
                rows.stream().filter(row -> bad.contains(row.line())).toList();
        chunks.settle(job.id(), chunk, verdicts, left);
        return verdicts;
    }

    private Duration failed(ImportJob job, RuntimeException failure) {
        log.warn("a part of import {} failed", job.id(), failure);
        if (job.failures() + 1 >= MOST_FAILURES) {
            jobs.finish(job.id(), me, State.FAILED, clock.instant());
        } else {
            jobs.release(job.id(), me, true);
        }
        return LOOK_AGAIN;
    }

    /** Forgets what was kept for those who correct bad rows. */
    private void tidy() {
        for (ImportJob job : jobs.endedBefore(clock.instant().minus(settings.keepFor()))) {
            chunks.forget(job.id(), job.chunks());
            jobs.forget(job.id());
        }
    }
}

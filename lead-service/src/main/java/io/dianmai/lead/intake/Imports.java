package io.dianmai.lead.intake;

import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.table.TableLimits;
import io.dianmai.kit.table.TableProblems;
import io.dianmai.kit.table.TableReader;
import io.dianmai.kit.table.UnreadableTable;
import io.dianmai.lead.intake.sheet.Headers;
import io.dianmai.lead.intake.sheet.ImportKind;
import io.dianmai.lead.intake.sheet.ImportRow;
import io.dianmai.lead.roster.Rosters;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Files that come in: looked at, or read into an import that a worker then carries out. */
@Component
class Imports {
    /** Also those that are left out count. */
    private static final int MOST_COLUMNS = 100;

    private final RowTakers takers;
    private final ImportJobs jobs;
    private final ImportChunks chunks;
    private final ImportSettings settings;
    private final StoreReplica stores;
    private final Rosters rosters;
    private final Clock clock;

    Imports(
            RowTakers takers,
            ImportJobs jobs,
            ImportChunks chunks,
            ImportSettings settings,
            StoreReplica stores,
            Rosters rosters,
            Clock clock) {
        this.takers = takers;
        this.jobs = jobs;
        this.chunks = chunks;
        this.settings = settings;
        this.stores = stores;
        this.rosters = rosters;
        this.clock = clock;
    }

    /** Reads all of a file and takes nothing in. */
    Preview preview(ImportKind kind, String storeId, InputStream content) throws IOException {
        RowTaker<?> taker = taker(kind);
        try (SpooledFile file = spool(content)) {
            var preview = new PreviewPass(kind, headers -> importOf(taker, storeId, clock.instant(), headers));
            read(file, preview.pass());
            return preview.result();
        }
    }

    /**
     * Reads a file into an import that waits.
     *
     * @param job of the same id for a repeat of the request: then the import is as it was
     * @param ignoreUnknown leaves out columns that nobody knows, instead of refusing the file
     */
    void accept(ImportJob job, InputStream content, boolean ignoreUnknown) throws IOException {
        taker(job.kind());
        if (!jobs.begin(job)) {
            return;
        }
        try (SpooledFile file = spool(content)) {
            var keeping = new KeepingPass(job, ignoreUnknown);
            read(file, keeping.pass);
            keeping.end();
        } catch (IOException | RuntimeException failed) {
            jobs.drop(job.id());
            throw failed;
        }
    }

    /** The import at work, as the store is now; what had happened by when the file came may be told. */
    Import<?> importOf(ImportJob job) {
        return importOf(taker(job.kind()), job.storeId(), job.createdAt(), job.understood());
    }

    private <T> Import<T> importOf(RowTaker<T> taker, String storeId, Instant now, Headers headers) {
        return new Import<>(taker, ImportPlace.of(storeId, now, stores, rosters), headers);
    }

    private RowTaker<?> taker(ImportKind kind) {
        return takers.of(kind).orElseThrow(ImportProblems::notOffered);
    }

    private SpooledFile spool(InputStream content) throws IOException {
        return SpooledFile.of(content, settings.folder(), settings.maxFile().toBytes());
    }

    private void read(SpooledFile file, SheetPass pass) throws IOException {
        try {
            TableReader.read(
                    file.path(),
                    TableLimits.large(settings.maxFile().toBytes(), settings.maxRows(), MOST_COLUMNS),
                    pass);
        } catch (UnreadableTable unreadable) {
            throw TableProblems.of(unreadable);
        }
    }

    /** Keeps the rows of a file chunk by chunk. */
    private final class KeepingPass {
        private final ImportJob job;
        private final SheetPass pass;
        private final List<ImportRow> waiting = new ArrayList<>();
        private int kept;

        KeepingPass(ImportJob job, boolean ignoreUnknown) {
            this.job = job;
            Consumer<Headers> check = headers -> {
                boolean wrong = !headers.missing().isEmpty()
                        || !headers.twice().isEmpty()
                        || (!ignoreUnknown && !headers.unknown().isEmpty());
                if (wrong) {
                    throw ImportProblems.headers(job.kind(), headers);
                }
            };
            this.pass = new SheetPass(job.kind(), check, this::keep);
        }

        private void keep(ImportRow row) {
            waiting.add(row);
            if (waiting.size() == ImportChunks.ROWS) {
                flush();
            }
        }

        private void flush() {
            chunks.keep(job.id(), kept, List.copyOf(waiting));
            kept++;
            waiting.clear();
        }

        void end() {
            Headers headers = pass.headers();
            if (!waiting.isEmpty()) {
                flush();
            }
            jobs.ready(job.id(), headers, pass.rows(), kept);
        }
    }
}

package io.dianmai.kpi.target.web;

import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.table.TableLimits;
import io.dianmai.kit.table.TableReader;
import io.dianmai.kit.table.UnreadableTable;
import io.dianmai.kpi.target.Aims;
import io.dianmai.kpi.target.PlanArchive;
import io.dianmai.kpi.target.PlanningStores;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/**
 * Plans from a file. It is read twice: first to see that all of it can be read, for nothing is kept of a file that ends
 * in rubbish, then row by row, where good rows are kept although others are bad.
 */
@Component
class TargetImport {
    static final TableLimits LIMITS = TableLimits.USUAL;

    private final PlanArchive archive;
    private final PlanningStores stores;
    private final Aims aims;
    private final Clock clock;

    TargetImport(PlanArchive archive, PlanningStores stores, Aims aims, Clock clock) {
        this.archive = archive;
        this.stores = stores;
        this.aims = aims;
        this.clock = clock;
    }

    /**
     * Reads the file and keeps its good rows.
     *
     * @param dryRun keep nothing, only judge
     */
    ImportReport run(Viewer viewer, InputStream file, boolean dryRun) throws IOException, UnreadableTable {
        byte[] bytes = file.readNBytes(Math.toIntExact(LIMITS.bytes() + 1));
        ImportHeader header = header(bytes);
        ImportRun run = new ImportRun(header, viewer, dryRun, archive, stores, aims, clock.instant());
        TableReader.read(new ByteArrayInputStream(bytes), LIMITS, run);
        return run.report();
    }

    private static ImportHeader header(byte[] bytes) throws IOException, UnreadableTable {
        AtomicReference<ImportHeader> header = new AtomicReference<>();
        TableReader.read(new ByteArrayInputStream(bytes), LIMITS, row -> {
            if (header.get() == null) {
                header.set(ImportHeader.read(row));
            }
        });
        ImportHeader found = header.get();
        if (found == null) {
            throw ImportHeader.wrong("nothing is written");
        }
        return found;
    }
}

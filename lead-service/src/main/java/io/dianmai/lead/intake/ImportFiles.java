package io.dianmai.lead.intake;

import io.dianmai.contracts.Personal.Kind;
import io.dianmai.kit.customer.Customer;
import io.dianmai.kit.customer.CustomerFiles;
import io.dianmai.kit.customer.HeldFile;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.lead.intake.sheet.ImportRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Rows that imports did not take and keep for whoever corrects them: those in which a customer's phone stands. */
@Component
class ImportFiles implements CustomerFiles {
    private final ImportJobs jobs;
    private final ImportChunks chunks;
    private final PersonalDataSealer sealer;

    ImportFiles(ImportJobs jobs, ImportChunks chunks, PersonalDataSealer sealer) {
        this.jobs = jobs;
        this.chunks = chunks;
        this.sealer = sealer;
    }

    @Override
    public List<HeldFile> export(Customer customer) {
        List<HeldFile> held = new ArrayList<>();
        for (ImportJob job : of(customer)) {
            for (int chunk = 0; chunk < job.chunks(); chunk++) {
                chunks.find(job.id(), chunk, speaksOf(customer))
                        .forEach(row -> held.add(new HeldFile(
                                "import-row",
                                job.id() + '/' + row.line(),
                                job.storeId(),
                                Map.of("headers", job.headers(), "cells", row.cells()))));
            }
        }
        return List.copyOf(held);
    }

    @Override
    public int erase(Customer customer) {
        int emptied = 0;
        for (ImportJob job : of(customer)) {
            for (int chunk = 0; chunk < job.chunks(); chunk++) {
                emptied += chunks.empty(job.id(), chunk, speaksOf(customer));
            }
        }
        return emptied;
    }

    private List<ImportJob> of(Customer customer) {
        return jobs.endedOf(customer.storeIds(), customer.until());
    }

    private Predicate<ImportRow> speaksOf(Customer customer) {
        return row -> row.cells().stream()
                .anyMatch(cell -> is(Kind.PHONE, cell, customer.phoneHash())
                        || customer.vinHashes().stream().anyMatch(hash -> is(Kind.VIN, cell, hash)));
    }

    private boolean is(Kind kind, String cell, String hash) {
        return sealer.hash(kind, cell).filter(hash::equals).isPresent();
    }
}

package io.dianmai.gateway.audit;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.audit.Audited;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.table.TableFormat;
import io.dianmai.kit.web.Cursors;
import io.dianmai.kit.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log, for HQ and operations. Nobody can write into it here. */
@RestController
@RequestMapping("/api/audit-log")
@Tag(name = "Audit log")
class AuditController {
    private static final Role[] READERS = {Role.GROUP_HQ, Role.OPERATIONS};
    private static final int MOST = 200;

    private final AuditBook book;

    AuditController(AuditBook book) {
        this.book = book;
    }

    @GetMapping
    @Operation(
            summary = "Entries, newest first",
            description = "Who has done what, when, to what, from where, and what became of it. For HQ and operations.")
    Page<AuditView> list(
            @ParameterObject AuditFilter filter,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Viewer viewer) {
        viewer.require(READERS);
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid(List.of(new Violation("limit", "Must be from 1 to " + MOST + ".")));
        }
        Criteria wanted = filter.criteria();
        if (cursor != null) {
            wanted = new Criteria()
                    .andOperator(
                            wanted,
                            Criteria.where("_id").lt(Cursors.read(cursor, 1).getFirst()));
        }
        List<KeptEntry> found = book.find(wanted, limit + 1);
        List<KeptEntry> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Cursors.of(shown.getLast().entry().entryId()) : null;
        return new Page<>(shown.stream().map(AuditView::of).toList(), next);
    }

    @GetMapping("/export")
    @Audited("audit-log.exported")
    @Operation(
            summary = "The same as a file, at most 100,000 entries",
            description = "format is csv or xlsx; lang=en for English headers. The export stands in the log, too.")
    void export(
            @ParameterObject AuditFilter filter,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(defaultValue = "zh") String lang,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        viewer.require(READERS);
        TableFormat table = Arrays.stream(TableFormat.values())
                .filter(one -> one.extension().equals(format))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(List.of(new Violation("format", "Must be csv or xlsx."))));
        new AuditExport(book, filter.criteria()).write(table, !lang.equals("en"), response);
    }

    @GetMapping(path = "/verify", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Whether all entries are there and are as they were",
            description = "Walks along the hash chains. head, which may be repeated, is partition:position:hash of an"
                    + " earlier answer: with it the taking away of the newest entries is seen as well.")
    Verification.Report verify(@RequestParam(required = false) @Nullable List<String> head, Viewer viewer) {
        viewer.require(READERS);
        var verification = new Verification(
                head == null
                        ? List.of()
                        : head.stream().map(Verification.Head::parse).toList());
        try (Stream<Document> chains = book.chains()) {
            chains.forEachOrdered(verification::accept);
        }
        return verification.report();
    }
}

package io.dianmai.lead.intake;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.table.TableFormat;
import io.dianmai.kit.web.Page;
import io.dianmai.lead.intake.sheet.Column;
import io.dianmai.lead.intake.sheet.ImportKind;
import io.dianmai.lead.lead.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of files, and what they may look like. */
@RestController
@RequestMapping("/api/imports")
@Tag(name = "Imports")
class ImportResultController {
    private static final int LISTED = 100;

    private final ImportJobs jobs;
    private final VerdictPages verdicts;
    private final ErrorFile errors;

    ImportResultController(ImportJobs jobs, VerdictPages verdicts, ErrorFile errors) {
        this.jobs = jobs;
        this.verdicts = verdicts;
        this.errors = errors;
    }

    @GetMapping
    @Operation(summary = "The last hundred imports of the caller's stores, newest first")
    Page<ImportView> list(@RequestParam(required = false) @Nullable String storeId, Viewer viewer) {
        Access.IMPORT.require(viewer);
        var store = storeId == null ? new Criteria() : Criteria.where("storeId").is(storeId);
        var all = new Criteria().andOperator(viewer.within(), store);
        return new Page<>(jobs.find(all, LISTED).stream().map(ImportView::of).toList(), null);
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far an import is")
    ImportView find(@PathVariable String id, Viewer viewer) {
        return ImportView.of(visible(id, viewer));
    }

    @GetMapping("/{id}/verdicts")
    @Operation(summary = "What became of each row, in the order of the file; with state=BAD only of those")
    Page<Verdict> verdicts(
            @PathVariable String id,
            @RequestParam(required = false) Verdict.@Nullable State state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Viewer viewer) {
        return verdicts.page(visible(id, viewer), state, limit, cursor);
    }

    @GetMapping("/{id}/errors.{format}")
    @Operation(summary = "The bad rows as they came, with a column of reasons: xlsx or csv")
    void errors(
            @PathVariable String id,
            @PathVariable String format,
            @RequestParam(defaultValue = "zh") String lang,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        ImportJob job = visible(id, viewer);
        TableFormat written = format(format);
        response.setContentType(written.mediaType().toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment("errors", written));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        errors.write(job, written, !lang.equals("en"), response.getOutputStream());
    }

    @GetMapping("/templates/{kind}.{format}")
    @Operation(summary = "A file to fill in, with headers in Chinese or, with lang=en, in English")
    ResponseEntity<byte[]> template(
            @PathVariable String kind,
            @PathVariable String format,
            @RequestParam(defaultValue = "zh") String lang,
            Viewer viewer) {
        Access.READ.require(viewer);
        ImportKind wanted = ImportKind.bySlug(kind).orElseThrow(ProblemException::notFound);
        TableFormat written = format(format);
        return ResponseEntity.ok()
                .contentType(written.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(kind, written))
                .body(Templates.of(wanted, written, !lang.equals("en")));
    }

    @GetMapping("/columns/{kind}")
    @Operation(
            summary = "The columns that a list may have: their headers in both languages and what their cells may say")
    List<Column> columns(@PathVariable String kind, Viewer viewer) {
        Access.READ.require(viewer);
        return ImportKind.bySlug(kind).orElseThrow(ProblemException::notFound).columns();
    }

    private ImportJob visible(String id, Viewer viewer) {
        Access.IMPORT.require(viewer);
        return jobs.find(id).filter(job -> viewer.maySee(job.storeId())).orElseThrow(ProblemException::notFound);
    }

    private static String attachment(String name, TableFormat format) {
        return ContentDisposition.attachment()
                .filename(name + "." + format.extension())
                .build()
                .toString();
    }

    private static TableFormat format(String extension) {
        return switch (extension) {
            case "csv" -> TableFormat.CSV;
            case "xlsx" -> TableFormat.XLSX;
            default -> throw ProblemException.notFound();
        };
    }
}

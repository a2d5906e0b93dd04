package io.dianmai.kpi.target.web;

import io.dianmai.kit.audit.Audited;
import io.dianmai.kit.audit.AuditedRequest;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.table.TableProblems;
import io.dianmai.kit.table.TableWriter;
import io.dianmai.kit.table.UnreadableTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** {@code /api/targets/import}: plans from a file, with a verdict for each row; and the file to fill in. */
@RestController
class ImportController {
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final TargetImport targets;

    ImportController(TargetImport targets) {
        this.targets = targets;
    }

    @PostMapping(
            path = "/api/targets/import",
            consumes = {CSV, XLSX})
    @Audited("target.imported")
    ImportReport importBody(
            Viewer viewer, InputStream body, @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun)
            throws IOException {
        Planners.requireAny(viewer);
        try {
            ImportReport report = targets.run(viewer, body, dryRun);
            AuditedRequest.detail(
                    (dryRun ? "dry run, " : "") + report.accepted() + " accepted, " + report.refused() + " refused");
            return report;
        } catch (UnreadableTable unreadable) {
            throw TableProblems.of(unreadable);
        }
    }

    @PostMapping(path = "/api/targets/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Audited("target.imported")
    ImportReport importFile(
            Viewer viewer,
            @RequestPart MultipartFile file,
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return importBody(viewer, content, dryRun);
        }
    }

    @GetMapping("/api/targets/template.csv")
    ResponseEntity<byte[]> csvTemplate() {
        return file("targets.csv", CSV + ";charset=UTF-8", TableWriter.csv(List.of(ImportHeader.TITLES)));
    }

    @GetMapping("/api/targets/template.xlsx")
    ResponseEntity<byte[]> xlsxTemplate() {
        return file("targets.xlsx", XLSX, TableWriter.xlsx("目标", List.of(ImportHeader.TITLES)));
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}

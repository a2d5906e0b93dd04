package io.dianmai.gateway.registry;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.audit.Audited;
import io.dianmai.kit.audit.AuditedRequest;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.table.TableFormat;
import io.dianmai.kit.table.TableProblems;
import io.dianmai.kit.table.UnreadableTable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Stores, teams and staff from files, with a verdict for each row; and the files to fill in. */
@RestController
@RequestMapping("/api/registry/imports/{what}")
@Tag(name = "Registry")
class SheetController {
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Role[] KEEPERS = {Role.GROUP_HQ, Role.OPERATIONS};

    private final Registry registry;

    SheetController(Registry registry) {
        this.registry = registry;
    }

    @PostMapping(consumes = {CSV, XLSX, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @Audited(value = "registry.imported", id = "{what}")
    @Operation(
            summary = "Stores, teams or staff from a CSV or XLSX file of up to 1 MB",
            description =
                    "what is stores, teams or staff. Good rows are kept although others are not. dry-run=true only"
                            + " judges. With errors=csv or xlsx the answer is a file of the refused rows with the reasons,"
                            + " to be put right and sent again.")
    ResponseEntity<?> importBody(
            @PathVariable String what,
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable String errors,
            InputStream body,
            Viewer viewer)
            throws IOException {
        viewer.require(KEEPERS);
        Sheet sheet = sheet(what);
        TableFormat format = errors == null ? null : format(errors, "errors");
        try {
            SheetFile file = SheetFile.read(sheet, body);
            SheetReport report = new SheetImport(registry, file.header(), dryRun).run(file.rows());
            AuditedRequest.detail(words(report));
            return format == null
                    ? ResponseEntity.ok(report)
                    : file(sheet.path() + "-errors", format, file.refused(report, format));
        } catch (UnreadableTable unreadable) {
            throw TableProblems.of(unreadable);
        }
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Audited(value = "registry.imported", id = "{what}")
    @Operation(summary = "The same, with the file as a part of a form")
    ResponseEntity<?> importFile(
            @PathVariable String what,
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable String errors,
            @RequestPart MultipartFile file,
            Viewer viewer)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return importBody(what, dryRun, errors, content, viewer);
        }
    }

    @GetMapping("/template.{format}")
    @Operation(summary = "An empty file to fill in", description = "lang=en for English titles.")
    ResponseEntity<byte[]> template(
            @PathVariable String what,
            @PathVariable String format,
            @RequestParam(defaultValue = "zh") String lang,
            Viewer viewer)
            throws IOException {
        viewer.require(KEEPERS);
        Sheet sheet = sheet(what);
        TableFormat table = format(format, "format");
        List<String> titles = sheet.columns().stream()
                .map(column -> lang.equals("en") ? column.en() : column.zh())
                .toList();
        return file(sheet.path(), table, SheetFile.write(table, sheet.title(), List.of(titles)));
    }

    private static Sheet sheet(String what) {
        return Sheet.named(what).orElseThrow(ProblemException::notFound);
    }

    private static TableFormat format(String extension, String parameter) {
        return Arrays.stream(TableFormat.values())
                .filter(format -> format.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(List.of(new Violation(parameter, "Must be csv or xlsx."))));
    }

    private static String words(SheetReport report) {
        return String.format(
                Locale.ROOT,
                "%s%d created, %d changed, %d refused",
                report.dryRun() ? "dry run, " : "",
                report.created(),
                report.changed(),
                report.refused());
    }

    private static ResponseEntity<byte[]> file(String name, TableFormat format, byte[] content) {
        return ResponseEntity.ok()
                .contentType(format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + format.extension())
                                .build()
                                .toString())
                .body(content);
    }
}

package io.dianmai.lead.intake;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.GivenCommands;
import io.dianmai.lead.intake.sheet.ImportKind;
import io.dianmai.lead.lead.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files that come in. */
@RestController
@RequestMapping("/api/imports")
@Tag(name = "Imports", description = "导入: leads, visits, vehicles and costs from files")
class ImportController {
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Imports imports;
    private final ImportJobs jobs;
    private final ImportWorker worker;
    private final GivenCommands commands;

    ImportController(Imports imports, ImportJobs jobs, ImportWorker worker, GivenCommands commands) {
        this.imports = imports;
        this.jobs = jobs;
        this.worker = worker;
        this.commands = commands;
    }

    /** What is to be done with a file. */
    private enum Mode {
        /** Say what would become of it. */
        PREVIEW,
        /** Take it in. */
        RUN
    }

    /** The parameters of both ways to send a file. */
    record Wanted(
            @NotBlank @Size(max = 40) String kind,
            @NotBlank @Size(max = 100) String storeId,
            @NotBlank @Size(max = 10) String mode,
            @Nullable Boolean ignoreUnknown) {}

    @PostMapping(consumes = {CSV, XLSX, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @Operation(
            summary = "Look at a file of rows, or take it in",
            description =
                    "mode=preview answers at once what would become of it; mode=run answers 202 with an import that"
                            + " goes on by itself. Which format it is shows in the bytes.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(type = "string", format = "binary"))))
    ResponseEntity<?> sendBody(
            @Valid Wanted wanted,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            Viewer viewer,
            HttpServletRequest request)
            throws IOException {
        return send(wanted, key, viewer, request.getInputStream());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "The same, with the file as a part of a form")
    ResponseEntity<?> sendPart(
            @Valid Wanted wanted,
            @RequestPart MultipartFile file,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            Viewer viewer)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return send(wanted, key, viewer, content);
        }
    }

    private ResponseEntity<?> send(Wanted wanted, @Nullable String key, Viewer viewer, InputStream content)
            throws IOException {
        Access.IMPORT.require(viewer);
        viewer.requireStore(wanted.storeId());
        ImportKind kind = ImportKind.bySlug(wanted.kind()).orElseThrow(ImportProblems::unknownKind);
        return switch (mode(wanted.mode())) {
            case PREVIEW -> ResponseEntity.ok(imports.preview(kind, wanted.storeId(), content));
            case RUN -> run(wanted, kind, key, viewer, content);
        };
    }

    private ResponseEntity<ImportView> run(
            Wanted wanted, ImportKind kind, @Nullable String key, Viewer viewer, InputStream content)
            throws IOException {
        String id = GivenCommands.newId(wanted.storeId(), "import", null, key);
        var job = ImportJob.reading(id, wanted.storeId(), kind, viewer.subject(), commands.now());
        imports.accept(job, content, Boolean.TRUE.equals(wanted.ignoreUnknown()));
        worker.wake();
        return ResponseEntity.accepted()
                .location(URI.create("/api/imports/" + id))
                .body(ImportView.of(jobs.find(id).orElseThrow(ProblemException::notFound)));
    }

    private static Mode mode(String text) {
        return switch (text) {
            case "preview" -> Mode.PREVIEW;
            case "run" -> Mode.RUN;
            default -> throw ProblemException.invalid(List.of(new Violation("mode", "Must be one of: preview, run.")));
        };
    }
}

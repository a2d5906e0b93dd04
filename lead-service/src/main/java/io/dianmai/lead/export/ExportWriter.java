package io.dianmai.lead.export;

import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.table.TableFormat;
import io.dianmai.kit.table.TableStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Writes exports row by row, so that a long list takes no more memory than a short one. */
@Component
public class ExportWriter {
    /** Most rows of an export: more is for the store's own reporting, or for several exports. */
    private static final int MOST = 100_000;

    private static final ProblemType TOO_LARGE =
            ProblemType.of("export-too-large", "The list is too long for one file", HttpStatus.UNPROCESSABLE_CONTENT);

    private final StoreReplica stores;

    ExportWriter(StoreReplica stores) {
        this.stores = stores;
    }

    /**
     * Writes an export into an answer.
     *
     * @param extension csv or xlsx
     * @param lang of the headers: en, else Chinese
     * @throws ProblemException before anything is written: 404 for another format, 422 for too many rows
     */
    public <S> void write(Export<S> export, String extension, String lang, HttpServletResponse response)
            throws IOException {
        TableFormat format = format(extension);
        if (export.count().upTo(MOST + 1) > MOST) {
            throw new ProblemException(
                    TOO_LARGE, "A file has at most " + MOST + " rows. Narrow the filters, for example to one store.");
        }
        boolean chinese = !lang.equals("en");
        response.setContentType(format.mediaType().toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(export.name(), format));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (TableStream table =
                        TableStream.to(response.getOutputStream(), format, chinese ? export.zh() : export.name());
                Stream<Stored<S>> rows = export.rows().open()) {
            table.row(export.fields().stream()
                    .map(field -> chinese ? field.zh() : field.en())
                    .toList());
            for (Iterator<Stored<S>> each = rows.iterator(); each.hasNext(); ) {
                table.row(cells(export, each.next()));
            }
        }
    }

    private <S> List<@Nullable Object> cells(Export<S> export, Stored<S> row) {
        ZoneId zone = stores.zone(row.storeId());
        List<@Nullable Object> cells = new ArrayList<>(export.fields().size());
        for (Export.Field<S> field : export.fields()) {
            cells.add(field.value().apply(row, zone));
        }
        return cells;
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

package io.dianmai.lead.intake;

import io.dianmai.kit.table.TableFormat;
import io.dianmai.kit.table.TableStream;
import io.dianmai.lead.intake.sheet.Flaw;
import io.dianmai.lead.intake.sheet.Headers;
import io.dianmai.lead.intake.sheet.ImportRow;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The bad rows of an import as they came, each with the reason, to be corrected and sent again. */
@Component
class ErrorFile {
    private final ImportChunks chunks;

    ErrorFile(ImportChunks chunks) {
        this.chunks = chunks;
    }

    /** Writes it row by row. */
    void write(ImportJob job, TableFormat format, boolean chinese, OutputStream out) throws IOException {
        try (TableStream table = TableStream.to(out, format, chinese ? "错误行" : "Errors")) {
            table.row(line(job.headers(), job.headers().size(), chinese ? Headers.REASON_ZH : Headers.REASON));
            for (int chunk = 0; chunk < job.chunks(); chunk++) {
                write(job, chunk, chinese, table);
            }
        }
    }

    private void write(ImportJob job, int chunk, boolean chinese, TableStream table) throws IOException {
        Map<Integer, Verdict> bad = chunks.verdicts(job.id(), chunk).stream()
                .filter(Verdict::isBad)
                .collect(Collectors.toMap(Verdict::line, Function.identity()));
        if (bad.isEmpty()) {
            return;
        }
        for (ImportRow row : chunks.rows(job.id(), chunk)) {
            Verdict verdict = bad.get(row.line());
            if (verdict != null) {
                table.row(line(row.cells(), job.headers().size(), reason(verdict, chinese)));
            }
        }
    }

    private static String reason(Verdict verdict, boolean chinese) {
        return verdict.flaws().stream()
                .map(flaw -> place(flaw) + (chinese ? flaw.reasonZh() : flaw.reason()))
                .collect(Collectors.joining(" | "));
    }

    private static String place(Flaw flaw) {
        return flaw.header() == null ? "" : flaw.header() + ": ";
    }

    private static List<String> line(List<String> cells, int columns, String last) {
        List<String> line = new ArrayList<>(cells.subList(0, Math.min(cells.size(), columns)));
        line.addAll(Collections.nCopies(columns - line.size(), ""));
        line.add(last);
        return line;
    }
}

package io.dianmai.gateway.audit;

import io.dianmai.contracts.audit.AuditRecorded;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.table.TableFormat;
import io.dianmai.kit.table.TableStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Writes entries into a file row by row. */
record AuditExport(AuditBook book, Criteria wanted) {
    private static final int MOST = 100_000;

    private static final ProblemType TOO_LARGE =
            ProblemType.of("export-too-large", "The list is too long for one file", HttpStatus.UNPROCESSABLE_CONTENT);

    private static final List<String> ENGLISH = List.of(
            "at",
            "kind",
            "outcome",
            "subject",
            "roles",
            "staffId",
            "clientId",
            "objectType",
            "objectId",
            "storeId",
            "address",
            "detail",
            "service",
            "traceId",
            "id",
            "partition",
            "position",
            "hash");

    private static final List<String> CHINESE = List.of(
            "时间", "操作", "结果", "账号", "角色", "员工", "客户端", "对象类型", "对象", "门店", "来源地址", "说明", "服务", "追踪号", "编号", "分区", "序号",
            "校验值");

    /** @throws ProblemException before anything is written: 422 for too many entries */
    void write(TableFormat format, boolean chinese, HttpServletResponse response) throws IOException {
        if (book.count(wanted, MOST + 1) > MOST) {
            throw new ProblemException(
                    TOO_LARGE,
                    "A file has at most " + MOST + " entries. Narrow the filters, for example by from and to.");
        }
        response.setContentType(format.mediaType().toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("audit-log." + format.extension())
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (TableStream table = TableStream.to(response.getOutputStream(), format, chinese ? "审计日志" : "audit-log");
                Stream<KeptEntry> entries = book.stream(wanted)) {
            table.row(chinese ? CHINESE : ENGLISH);
            for (Iterator<KeptEntry> each = entries.iterator(); each.hasNext(); ) {
                table.row(cells(each.next()));
            }
        }
    }

    private static List<@Nullable Object> cells(KeptEntry kept) {
        AuditRecorded entry = kept.entry();
        return Arrays.asList(
                entry.at().toString(),
                entry.kind(),
                entry.outcome().name(),
                entry.actor().subject(),
                entry.actor().roles().stream().map(Enum::name).collect(Collectors.joining(" ")),
                entry.actor().staffId(),
                entry.actor().clientId(),
                entry.objectType(),
                entry.objectId(),
                entry.storeId(),
                entry.address(),
                entry.detail(),
                entry.service(),
                entry.traceId(),
                entry.entryId(),
                kept.link().partition(),
                kept.link().position(),
                kept.link().hash());
    }
}

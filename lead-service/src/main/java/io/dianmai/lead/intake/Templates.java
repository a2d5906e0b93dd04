package io.dianmai.lead.intake;

import io.dianmai.kit.table.TableFormat;
import io.dianmai.kit.table.TableStream;
import io.dianmai.lead.intake.sheet.Column;
import io.dianmai.lead.intake.sheet.ImportKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Files to fill in: all headers of a kind, and no rows. */
final class Templates {
    private Templates() {}

    static byte[] of(ImportKind kind, TableFormat format, boolean chinese) {
        var out = new ByteArrayOutputStream();
        try (TableStream table = TableStream.to(out, format, chinese ? kind.zh() : kind.slug())) {
            table.row(kind.columns().stream()
                    .map(column -> header(column, chinese))
                    .toList());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static String header(Column column, boolean chinese) {
        return (chinese ? column.zh() : column.key()) + (column.required() ? "*" : "");
    }
}

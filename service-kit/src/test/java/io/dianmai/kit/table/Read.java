package io.dianmai.kit.table;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.dianmai.kit.table.UnreadableTable.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads files in tests. */
final class Read {
    private Read() {}

    static List<TableRow> rows(byte[] file) throws IOException, UnreadableTable {
        return rows(file, TableLimits.USUAL);
    }

    static List<TableRow> rows(byte[] file, TableLimits limits) throws IOException, UnreadableTable {
        List<TableRow> rows = new ArrayList<>();
        TableReader.read(new ByteArrayInputStream(file), limits, rows::add);
        return rows;
    }

    static List<String> texts(TableRow row) {
        return row.cells().stream().map(TableCell::text).toList();
    }

    static void refused(byte[] file, TableLimits limits, Reason reason, String detail) {
        assertThatThrownBy(() -> rows(file, limits))
                .isInstanceOf(UnreadableTable.class)
                .hasMessageContaining(detail)
                .asInstanceOf(type(UnreadableTable.class))
                .extracting(UnreadableTable::reason)
                .isEqualTo(reason);
    }

    static void refused(byte[] file, Reason reason, String detail) {
        refused(file, TableLimits.USUAL, reason, detail);
    }
}

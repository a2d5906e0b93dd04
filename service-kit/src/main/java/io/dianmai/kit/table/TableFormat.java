package io.dianmai.kit.table;

import org.springframework.http.MediaType;

/** What a table is written as. */
public enum TableFormat {
    CSV("csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String extension;
    private final String type;

    TableFormat(String extension, String type) {
        this.extension = extension;
        this.type = type;
    }

    /** Of file names, without a dot. */
    public String extension() {
        return extension;
    }

    public MediaType mediaType() {
        return MediaType.parseMediaType(type);
    }
}

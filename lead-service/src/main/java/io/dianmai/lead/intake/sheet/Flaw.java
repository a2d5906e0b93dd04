package io.dianmai.lead.intake.sheet;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a row.
 *
 * @param column letters of the column, as spreadsheets call it; absent where the whole row is meant
 * @param header what that column is called in the file
 * @param code stable name of what is wrong
 * @param reason what is wrong and what to do
 * @param reasonZh the same in Chinese
 */
public record Flaw(@Nullable String column, @Nullable String header, String code, String reason, String reasonZh) {
    /** Of the whole row. */
    public static Flaw ofRow(Reason reason) {
        return new Flaw(null, null, reason.code(), reason.en(), reason.zh());
    }
}

package io.dianmai.lead.intake.sheet;

import java.util.List;

/**
 * One column that a list may have. Where it stands does not matter.
 *
 * @param key its English header; upper and lower case, blanks and hyphens do not matter
 * @param zh its Chinese header
 * @param required whether every row must say it
 * @param says what its cells may say
 * @param example a cell
 * @param aliases other headers that mean the same
 */
public record Column(String key, String zh, boolean required, String says, String example, List<String> aliases) {
    public Column {
        aliases = List.copyOf(aliases);
    }

    /** One that every row needs. */
    static Column needed(String key, String zh, String says, String example, String... aliases) {
        return new Column(key, zh, true, says, example, List.of(aliases));
    }

    /** One that a list may go without. */
    static Column optional(String key, String zh, String says, String example, String... aliases) {
        return new Column(key, zh, false, says, example, List.of(aliases));
    }
}

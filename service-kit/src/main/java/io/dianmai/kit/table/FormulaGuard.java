package io.dianmai.kit.table;

/**
 * CSV does not tell texts from formulas: a spreadsheet works out whatever begins like one. An apostrophe before it, which
 * spreadsheets know as the mark of a text, prevents that; when such a file is read, it is taken off again.
 */
final class FormulaGuard {
    private static final String BEGINNINGS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    private FormulaGuard() {}

    static String guarded(String text) {
        return beginsFormula(text, 0) ? '\'' + text : text;
    }

    static String unguarded(String text) {
        return text.startsWith("'") && beginsFormula(text, 1) ? text.substring(1) : text;
    }

    private static boolean beginsFormula(String text, int at) {
        return text.length() > at && BEGINNINGS.indexOf(text.charAt(at)) >= 0;
    }
}

package io.dianmai.kpi.catalogue;

/** A text that is no formula: what is wrong, and where. */
public final class FormulaError extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int start;
    private final int end;

    /**
     * What is wrong between two places of the text.
     *
     * @param start index of the first character that it is about, from 0
     * @param end index behind the last one; equal to {@code start} where something is missing
     */
    public FormulaError(String message, int start, int end) {
        super(message);
        this.start = start;
        this.end = end;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }
}

package io.dianmai.lead.intake;

/** Rows cannot be taken for the moment: all of them are tried again. */
final class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotNow(String message) {
        super(message);
    }
}

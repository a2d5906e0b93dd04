package io.dianmai.contracts.followup;

/** How the contact was made. */
public enum ContactMedium {
    CALL,
    MESSAGE,
    VISIT,
    EMAIL
}

package io.dianmai.kit.security;

/** Names of the claims in an access token, beside {@code sub}. */
public final class Claims {
    /** Names of {@link io.dianmai.contracts.org.Role}s. */
    public static final String ROLES = "roles";
    /** Store ids, or {@code ["*"]} for all. */
    public static final String STORES = "stores";
    /** Set for people. */
    public static final String STAFF_ID = "staff_id";
    /** Set for store systems. */
    public static final String CLIENT_ID = "client_id";

    private Claims() {}
}

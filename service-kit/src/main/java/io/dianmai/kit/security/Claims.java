package io.dianmai.kit.security;

/** Names of the claims in an access token, beside {@code sub}. */
public final class Claims {
    /** {@code aud} of every token of this platform: one for something else is not good here. */
    public static final String AUDIENCE = "dianmai";
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

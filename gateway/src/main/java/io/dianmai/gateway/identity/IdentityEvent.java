package io.dianmai.gateway.identity;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to who may come in. Published in the thread of its request, after it was done: what listens
 * may ask that request where it came from. Never carries a secret.
 *
 * @param actor who did it: a user name or client id; of a sign-in the name as it was typed, at most 64 characters
 * @param subject the account or client that it was done to; of a sign-in the same as {@code actor}
 * @param detail more of it, as its kind says; absent when there is no more to say
 */
public record IdentityEvent(
        Kind kind, String actor, String subject, @Nullable String detail) {
    /** What happened. */
    public enum Kind {
        /** {@code page}, {@code basic}, {@code client-secret}, {@code external} or {@code code} (by PKCE, with the client's id). */
        SIGNED_IN,
        /** {@code wrong-credentials}, {@code code-needed}, {@code wrong-code}, {@code no-role} or {@code external}. */
        SIGN_IN_FAILED,
        /** Too many failed tries: the next ones are refused for a while, which is said in seconds. */
        LOCKED_OUT,
        SIGNED_OUT,
        PASSWORD_CHANGED,
        SECOND_FACTOR_SET,
        SECOND_FACTOR_REMOVED,
        /** Its store, or {@code public} for one without a secret. */
        CLIENT_CREATED,
        CLIENT_ROTATED,
        CLIENT_REVOKED,
        /** Its role and place, such as {@code TECHNICIAN store:s1}. */
        ACCOUNT_OPENED,
        /** The same of an account that was there before. */
        ACCOUNT_CHANGED,
        ACCOUNT_CLOSED,
        /** A refresh token that was used before came again: all of its family are refused. The client's id. */
        TOKEN_REPLAYED
    }
}

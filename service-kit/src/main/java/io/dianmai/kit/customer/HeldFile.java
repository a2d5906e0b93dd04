package io.dianmai.kit.customer;

import java.util.Map;

/**
 * Something that is held about a customer, opened for the customer's own eyes.
 *
 * @param kind what it is, for example {@code lead}
 * @param content by name; values that JSON can tell
 */
public record HeldFile(String kind, String id, String storeId, Map<String, ?> content) {
    /** Says nothing of what it holds. */
    @Override
    public String toString() {
        return kind + ' ' + id;
    }
}

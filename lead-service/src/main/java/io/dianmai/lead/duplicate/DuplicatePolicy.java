package io.dianmai.lead.duplicate;

import java.time.Duration;

/**
 * 撞单保护: how stores of a group treat each other's customers.
 *
 * @param protection for how long the first store's registration of a phone is protected: who registers it elsewhere within
 *     this time clashes with it, and headquarters hears of it
 */
public record DuplicatePolicy(Duration protection) {
    /** A month, as long as a lead may stay idle with its advisor. */
    public static final DuplicatePolicy SHIPPED = new DuplicatePolicy(Duration.ofDays(30));
}

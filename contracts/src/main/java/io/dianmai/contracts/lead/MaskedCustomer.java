package io.dianmai.contracts.lead;

import org.jspecify.annotations.Nullable;

/**
 * As much of a customer as an event may show.
 *
 * @param name 姓名, masked
 * @param phone 电话, masked
 * @param phoneHash keyed hash of the normalised phone, equal for equal phones
 */
public record MaskedCustomer(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String phoneHash) {}

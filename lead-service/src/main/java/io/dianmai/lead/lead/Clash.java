package io.dianmai.lead.lead;

import java.time.Instant;

/**
 * 跨店撞单: the customer of a lead was on file at another store first.
 *
 * @param firstStoreId that store
 * @param firstRegisteredAt when it put the customer on file
 * @param protectedUntil until when its claim is protected
 */
public record Clash(String firstStoreId, Instant firstRegisteredAt, Instant protectedUntil) {}

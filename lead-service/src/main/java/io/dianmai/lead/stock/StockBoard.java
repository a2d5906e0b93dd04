package io.dianmai.lead.stock;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 库存看板: what is in stock, of one store or of several.
 *
 * @param storeId the store; absent on the board of several
 * @param policy from when on vehicles are aged; absent on the board of several, where each store's own counts
 * @param models by model, in order of names
 * @param stores by store, in order of ids; on the board of one store only that one
 */
record StockBoard(
        Instant asOf,
        @Nullable String storeId,
        @Nullable StockPolicy policy,
        StockLine total,
        List<Model> models,
        List<Store> stores) {

    record Model(String model, @JsonUnwrapped StockLine line) {}

    record Store(String storeId, @JsonUnwrapped StockLine line) {}
}

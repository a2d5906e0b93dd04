package io.dianmai.lead.pool;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a share-out came to.
 *
 * @param quota of the day
 * @param left of it, after this one
 * @param shares which lead went to whom
 * @param counts {@code sharedOut}, and {@code gone} where somebody had the lead by then
 */
record ShareOutView(
        String storeId,
        LocalDate day,
        String teamId,
        int quota,
        int left,
        List<PoolDay.Share> shares,
        Map<String, Integer> counts) {

    static ShareOutView of(String storeId, ShareOuts.Result.Done done) {
        return new ShareOutView(
                storeId,
                done.day(),
                done.run().teamId(),
                done.quota(),
                done.left(),
                done.run().shares(),
                Objects.requireNonNullElse(done.run().counts(), Map.of()));
    }
}

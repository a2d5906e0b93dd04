package io.dianmai.lead.pool;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.org.StoreReplica;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Shares out by itself where the rule of the pool names a time of day: once on each open day of a store. Every instance
 * looks; the day's document lets one of them plan, and whoever comes after a crash finishes. What was due while nothing ran
 * is done later the same day, and left to the next one after that.
 */
@Component
class DailyShareOut {
    private static final Logger log = LoggerFactory.getLogger(DailyShareOut.class);
    private static final String BY = "daily-share-out";

    private final StoreReplica stores;
    private final PoolRules rules;
    private final ShareOuts shareOuts;
    private final Clock clock;

    DailyShareOut(StoreReplica stores, PoolRules rules, ShareOuts shareOuts, Clock clock) {
        this.stores = stores;
        this.rules = rules;
        this.shareOuts = shareOuts;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
    void shareOutWhatIsDue() {
        Instant now = clock.instant();
        for (StorePublished store : stores.all()) {
            try {
                shareOut(store.storeId(), now);
            } catch (RuntimeException failed) {
                // The others shall not wait for it; in a minute it is tried again.
                log.warn("the daily share-out of store {} failed: {}", store.storeId(), failed.toString());
            }
        }
    }

    private void shareOut(String storeId, Instant now) {
        PoolPolicy.ShareOut rule = rules.of(storeId, now).shareOut();
        LocalTime at = rule == null ? null : rule.dailyAt();
        if (at == null) {
            return;
        }
        ZonedDateTime there = now.atZone(stores.zone(storeId));
        String id = idOf(storeId, there.toLocalDate());
        boolean due = !there.toLocalTime().isBefore(at) && opensOn(storeId, there);
        boolean done = shareOuts
                .on(storeId, there.toLocalDate())
                .run(id)
                .filter(run -> run.counts() != null)
                .isPresent();
        if (due && !done) {
            say(storeId, shareOuts.shareOut(Command.given(id, storeId, now, null), BY));
        }
    }

    private boolean opensOn(String storeId, ZonedDateTime there) {
        Instant midnight = there.toLocalDate().atStartOfDay(there.getZone()).toInstant();
        return stores.calendar(storeId)
                .nextOpening(midnight)
                .atZone(there.getZone())
                .toLocalDate()
                .equals(there.toLocalDate());
    }

    private static void say(String storeId, ShareOuts.Result result) {
        switch (result) {
            case ShareOuts.Result.Done done ->
                log.info("shared out {} leads of store {}", done.run().shares().size(), storeId);
            case ShareOuts.Result.Refused refused ->
                log.debug(
                        "shared out nothing of store {}: {}",
                        storeId,
                        refused.refusal().code());
        }
    }

    /** The same on every instance. */
    static String idOf(String storeId, LocalDate day) {
        return AggregateIds.of(storeId, BY, day.toString());
    }
}

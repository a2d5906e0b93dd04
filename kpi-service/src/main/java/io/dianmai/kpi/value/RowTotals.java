package io.dianmai.kpi.value;

import io.dianmai.contracts.EventJson;
import io.dianmai.kpi.counter.Counter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The totals of one row, as small as they get: thousands are kept at hand. */
final class RowTotals {
    /** There is no such row. */
    static final RowTotals NONE = new RowTotals(Instant.MIN, new long[0]);

    private final Instant heardTo;
    /** By the code of the counter; zero beyond the end. */
    private final long[] amounts;

    private RowTotals(Instant heardTo, long[] amounts) {
        this.heardTo = heardTo;
        this.amounts = amounts;
    }

    /** When the platform accepted the newest fact that is in it. */
    Instant heardTo() {
        return heardTo;
    }

    /** Of a counter by its catalogue name; zero of one that this version does not know. */
    long of(String counter) {
        int code = Counter.named(counter).map(Counter::code).orElse(Integer.MAX_VALUE);
        return code < amounts.length ? amounts[code] : 0;
    }

    static RowTotals of(Instant heardTo, Map<String, ?> totals) {
        var amounts = new Builder();
        totals.forEach((counter, amount) -> {
            if (amount instanceof Number number) {
                amounts.add(counter, number.longValue());
            }
        });
        return new RowTotals(heardTo, amounts.amounts);
    }

    /**
     * Reads them off the JSON of a row, and no further: what comes behind, the slices, is many times as long.
     *
     * @throws IllegalArgumentException when it is no row
     */
    static RowTotals read(byte[] row) {
        Instant heardTo = Instant.MIN;
        try (JsonParser json = EventJson.MAPPER.createParser(row)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals("heardTo")) {
                    heardTo = Instant.parse(json.getString());
                } else if (name.equals("totals")) {
                    return new RowTotals(heardTo, amounts(json));
                } else {
                    json.skipChildren();
                }
            }
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException("no row of counters", malformed);
        }
        throw new IllegalArgumentException("a row without totals");
    }

    private static long[] amounts(JsonParser json) {
        var amounts = new Builder();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String counter = json.currentName();
            json.nextToken();
            amounts.add(counter, json.getLongValue());
        }
        return amounts.amounts;
    }

    private static final class Builder {
        private long[] amounts = new long[8];

        void add(String counter, long amount) {
            Counter.named(counter).ifPresent(known -> {
                if (known.code() >= amounts.length) {
                    amounts = Arrays.copyOf(amounts, known.code() + 1);
                }
                amounts[known.code()] = amount;
            });
        }
    }
}

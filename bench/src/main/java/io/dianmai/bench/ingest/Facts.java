package io.dianmai.bench.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Facts as store systems tell them, in four kinds that take turns, one of them with a name and a phone; each is a CloudEvent in
 * structured mode of exactly {@value #BYTES} bytes.
 */
final class Facts {
    static final int BYTES = 500;

    private static final List<String> KINDS = List.of(
            "lead-received.v1\",\"data\":{\"leadRef\":\"%1$s\",\"channel\":\"WALK_IN\",\"customerName\":\"Wang Jianguo\","
                    + "\"phone\":\"138%2$08d\",\"model\":\"X5\",\"criteria\":[\"WISHES_TO_BUY\"]}}",
            "visit-received.v1\",\"data\":{\"visitRef\":\"%1$s\",\"kind\":\"WALK_IN\",\"partySize\":2,\"retained\":false,"
                    + "\"model\":\"X5\"}}",
            "contact-made.v1\",\"data\":{\"leadRef\":\"%1$s\",\"medium\":\"CALL\",\"result\":\"CONNECTED\"}}",
            "job-settled.v1\",\"data\":{\"orderRef\":\"%1$s\",\"addOn\":false,\"settlement\":{\"labour\":22000,"
                    + "\"parts\":42000,\"care\":0,\"beauty\":0,\"scrap\":0,\"directCost\":25000}}}");
    private static final int PHONES = 100_000_000;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicLong number = new AtomicLong();
    private final List<String> stores;
    private final String time;

    Facts(List<String> stores, Clock clock) {
        this.stores = stores;
        this.time = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** One fact that was never told before. */
    byte[] one() {
        return next().getBytes(StandardCharsets.US_ASCII);
    }

    /** A JSON array of so many. */
    byte[] batch(int size) {
        var batch = new StringBuilder(size * (BYTES + 1) + 1);
        for (int i = 0; i < size; i++) {
            batch.append(i == 0 ? '[' : ',').append(next());
        }
        return batch.append(']').toString().getBytes(StandardCharsets.US_ASCII);
    }

    private String next() {
        long one = number.incrementAndGet();
        String id = run + '-' + one;
        String tail = tail((int) (one % KINDS.size()), id, (int) (one % PHONES));
        String head = "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"/bench/dms\",\"time\":\"" + time
                + "\",\"storeid\":\"" + stores.get((int) (one % stores.size())) + "\",\"padding\":\"";
        String type = "\",\"type\":\"dianmai.fact.";
        return head + "x".repeat(BYTES - head.length() - type.length() - tail.length()) + type + tail;
    }

    /** By hand: formatting would cost the load generator more than all the rest. */
    private static String tail(int kind, String id, int phone) {
        return KINDS.get(kind)
                .replace("%1$s", id)
                .replace("%2$08d", Integer.toString(PHONES + phone).substring(1));
    }
}

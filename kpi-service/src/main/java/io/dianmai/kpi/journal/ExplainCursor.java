package io.dianmai.kpi.journal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page goes on: with the stores of a day from {@code storeId} on, there after the entry of this rank.
 *
 * @param after null: from the newest entry on
 */
record ExplainCursor(LocalDate day, String storeId, Entry.@Nullable Rank after) {
    private static final String SEPARATOR = "\n";
    private static final int PARTS = 7;

    static ExplainCursor after(Entry entry) {
        return new ExplainCursor(entry.storeDay().day(), entry.storeDay().storeId(), entry.rank());
    }

    static ExplainCursor at(StoreDay next) {
        return new ExplainCursor(next.day(), next.storeId(), null);
    }

    String text() {
        List<String> parts = after == null
                ? List.of(day.toString(), storeId)
                : List.of(
                        day.toString(),
                        storeId,
                        after.at().toString(),
                        after.position().topic(),
                        Integer.toString(after.position().partition()),
                        Long.toString(after.position().offset()),
                        Integer.toString(after.position().posting()));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #text()} wrote; empty for anything else. */
    static Optional<ExplainCursor> parse(String text) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            return switch (parts.length) {
                case 2 -> Optional.of(new ExplainCursor(LocalDate.parse(parts[0]), parts[1], null));
                case PARTS -> Optional.of(new ExplainCursor(LocalDate.parse(parts[0]), parts[1], rank(parts)));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException | DateTimeException garbled) {
            return Optional.empty();
        }
    }

    private static Entry.Rank rank(String[] parts) {
        return new Entry.Rank(
                Instant.parse(parts[2]),
                new Position(
                        parts[3], Integer.parseInt(parts[4]), Long.parseLong(parts[5]), Integer.parseInt(parts[6])));
    }
}

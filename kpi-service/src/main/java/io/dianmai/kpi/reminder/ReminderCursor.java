package io.dianmai.kpi.reminder;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** The place in the list after which the next page begins. */
record ReminderCursor(Instant firedAt, String id) {
    static ReminderCursor after(Reminder last) {
        return new ReminderCursor(last.firedAt(), last.id());
    }

    /** Opaque to callers. */
    String token() {
        String text = firedAt.toEpochMilli() + "|" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<ReminderCursor> parse(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            int bar = text.indexOf('|');
            return bar < 1
                    ? Optional.empty()
                    : Optional.of(new ReminderCursor(
                            Instant.ofEpochMilli(Long.parseLong(text.substring(0, bar))), text.substring(bar + 1)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}

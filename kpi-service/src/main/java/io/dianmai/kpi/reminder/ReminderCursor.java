package io.dianmai.kpi.reminder;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The place in the list after which the next page begins. */
record ReminderCursor(Instant firedAt, String id) {
    private static final ProblemType UNKNOWN_CURSOR =
            ProblemType.of("unknown-cursor", "There is no such place in the list", HttpStatus.BAD_REQUEST);

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

    /** Reads a request's parameter; ends the request with a problem when it makes no sense. */
    static @Nullable ReminderCursor of(@Nullable String token) {
        return token == null
                ? null
                : parse(token).orElseThrow(() -> new ProblemException(UNKNOWN_CURSOR, "cursor is the next of a page."));
    }
}

package io.dianmai.kpi.ladder;

import io.dianmai.kpi.ladder.LadderFlaw.Fault;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a draft, so that all of it is told at once. */
final class Findings {
    private final List<LadderFlaw> flaws = new ArrayList<>();

    void add(Fault fault, String pointer, String detail) {
        flaws.add(new LadderFlaw(fault, pointer, detail));
    }

    List<LadderFlaw> all() {
        return List.copyOf(flaws);
    }

    /** Empty, and a finding, when it is no duration. Ten thousand years are one. */
    Optional<Duration> duration(@Nullable String text, String pointer) {
        try {
            if (text != null) {
                return Optional.of(Duration.parse(text));
            }
        } catch (DateTimeException unreadable) {
            add(Fault.UNREADABLE, pointer, "Must be a duration such as PT-30M, PT2H or P1D.");
            return Optional.empty();
        }
        add(Fault.UNREADABLE, pointer, "A duration is needed, for example PT-30M, PT2H or P1D.");
        return Optional.empty();
    }

    /** Unlike {@link Duration#abs}, whatever the duration. */
    static boolean isWithin(Duration limit, Duration duration) {
        return duration.compareTo(limit) <= 0 && duration.compareTo(limit.negated()) >= 0;
    }

    /** Empty, and a finding, when there is no such constant. */
    <E extends Enum<E>> Optional<E> constant(@Nullable String text, Class<E> type, Fault fault, String pointer) {
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst();
        if (found.isEmpty()) {
            String all = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
            add(fault, pointer, "Must be one of " + all + '.');
        }
        return found;
    }
}

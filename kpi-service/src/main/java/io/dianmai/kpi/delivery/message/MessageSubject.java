package io.dianmai.kpi.delivery.message;

import io.dianmai.contracts.reminder.DeadlineKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a template is for.
 *
 * @param name of a kind of deadline, {@code DIGEST} or {@code BUNDLE}
 */
public record MessageSubject(String name, MessageShape shape) {
    static final MessageSubject DIGEST = new MessageSubject("DIGEST", MessageShape.DIGEST);
    static final MessageSubject BUNDLE = new MessageSubject("BUNDLE", MessageShape.BUNDLE);

    static MessageSubject of(DeadlineKind kind) {
        return new MessageSubject(kind.name(), MessageShape.REMINDER);
    }

    /** Every kind of deadline, then what tells of several. */
    public static List<MessageSubject> all() {
        return Stream.concat(Arrays.stream(DeadlineKind.values()).map(MessageSubject::of), Stream.of(DIGEST, BUNDLE))
                .toList();
    }

    public static Optional<MessageSubject> named(String name) {
        return all().stream().filter(subject -> subject.name().equals(name)).findFirst();
    }
}

package io.dianmai.kpi.delivery.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All that a template may name. None of it is about the customer. */
public enum Placeholder {
    /** Name of the kind of deadline. */
    KIND(MessageShape.REMINDER),
    /** Name of the store. */
    STORE(MessageShape.REMINDER, MessageShape.DIGEST),
    /** Id of the lead, follow-up, repair order or complaint that it is about. */
    ABOUT(MessageShape.REMINDER),
    /** When it was or is due, in the store's time. */
    DUE(MessageShape.REMINDER),
    /** How far it is from due when the message is written: {@code 已超期2小时}. */
    WHEN(MessageShape.REMINDER),
    /** What happens at this rung. */
    ACTION(MessageShape.REMINDER),
    /** Name of the customer's owner as the registry has it; nothing where the owner does not hear of it. */
    OWNER(MessageShape.REMINDER),
    /** A remark where it fired late, else nothing. */
    LATE(MessageShape.REMINDER),
    /** Names of those at the store who hear of it, and roles above the store. */
    PEOPLE(MessageShape.REMINDER, MessageShape.DIGEST),
    /** How many rungs. */
    TOTAL(MessageShape.DIGEST, MessageShape.BUNDLE),
    /** How many of each kind. */
    COUNTS(MessageShape.DIGEST, MessageShape.BUNDLE),
    /** When the first of them was due. */
    FROM(MessageShape.DIGEST),
    /** When the last of them was due. */
    TO(MessageShape.DIGEST),
    /** How many of them fired late. */
    LATE_COUNT(MessageShape.DIGEST),
    /** How many stores they are of. */
    STORES(MessageShape.BUNDLE);

    private final MessageShape one;
    private final MessageShape other;

    Placeholder(MessageShape shape) {
        this(shape, shape);
    }

    Placeholder(MessageShape one, MessageShape other) {
        this.one = one;
        this.other = other;
    }

    /** As templates write it: {@code lateCount}. */
    String word() {
        String[] parts = name().toLowerCase(Locale.ROOT).split("_");
        return parts.length == 1
                ? parts[0]
                : parts[0] + Character.toUpperCase(parts[1].charAt(0)) + parts[1].substring(1);
    }

    static Optional<Placeholder> named(String word, MessageShape shape) {
        return of(shape).stream().filter(each -> each.word().equals(word)).findFirst();
    }

    /** What a message of this shape can tell. */
    static List<Placeholder> of(MessageShape shape) {
        return Arrays.stream(values())
                .filter(each -> each.one == shape || each.other == shape)
                .toList();
    }

    /** The same as templates write them. */
    public static List<String> words(MessageShape shape) {
        return of(shape).stream().map(Placeholder::word).toList();
    }
}

package io.dianmai.kpi.target;

import io.dianmai.kpi.counter.Dimension;
import io.dianmai.kpi.counter.Slice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 归属: whose plan it is. */
public sealed interface TargetOwner {
    /** The store as a whole. */
    record Store() implements TargetOwner {}

    /** 战区/组 of the store. */
    record Team(String id) implements TargetOwner {}

    /** A sales consultant or service adviser of the store. */
    record Advisor(String id) implements TargetOwner {}

    /** The store as a whole. */
    static TargetOwner store() {
        return new Store();
    }

    /** Reads {@code store}, {@code team:<id>} or {@code advisor:<id>}; nothing stands for the store. */
    static Optional<TargetOwner> parse(@Nullable String text) {
        if (text == null || text.isBlank() || text.equals("store")) {
            return Optional.of(store());
        }
        int colon = text.indexOf(':');
        if (colon < 0 || colon == text.length() - 1) {
            return Optional.empty();
        }
        String id = text.substring(colon + 1);
        return switch (text.substring(0, colon)) {
            case "team" -> Optional.of(new Team(id));
            case "advisor" -> Optional.of(new Advisor(id));
            default -> Optional.empty();
        };
    }

    /** Whose part a slice is; empty for dimensions that nobody plans by. */
    static Optional<TargetOwner> of(@Nullable Slice slice) {
        if (slice == null) {
            return Optional.of(store());
        }
        if (slice.dimension() == Dimension.TEAM) {
            return Optional.of(new Team(slice.value()));
        }
        return slice.dimension() == Dimension.ADVISOR ? Optional.of(new Advisor(slice.value())) : Optional.empty();
    }

    /** What their numbers are cut by; empty for the store. */
    default Optional<Slice> slice() {
        return switch (this) {
            case Store() -> Optional.empty();
            case Team(String id) -> Optional.of(new Slice(Dimension.TEAM, id));
            case Advisor(String id) -> Optional.of(new Slice(Dimension.ADVISOR, id));
        };
    }

    /** As {@link #parse} reads it. */
    default String text() {
        return switch (this) {
            case Store() -> "store";
            case Team(String id) -> "team:" + id;
            case Advisor(String id) -> "advisor:" + id;
        };
    }
}

package io.dianmai.kit.aggregate;

import io.dianmai.contracts.EventData;
import org.jspecify.annotations.Nullable;

/** Decides a command against the state as it is: pure, for it may be asked again when somebody else was faster. */
@FunctionalInterface
public interface Decider<S, E extends EventData> {
    /** What {@code state} makes of the command; null where the aggregate does not exist yet. */
    Decision<E> decide(@Nullable S state);
}

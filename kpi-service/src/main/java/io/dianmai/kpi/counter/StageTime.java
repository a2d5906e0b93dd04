package io.dianmai.kpi.counter;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * How long after its registration a lead reached a stage: a value of {@link Dimension#STAGE_TIME}, as text
 * {@code visited|26h} or {@code visited|5d}. Whole hours below 72, from there whole days, rounded down.
 *
 * @param hours what is left of the time after rounding, never negative
 */
public record StageTime(Stage stage, long hours) {
    private static final long HOURS_COUNTED = 72;
    private static final long HOURS_A_DAY = 24;

    /** A stage before the registration (clocks differ) is one at the registration. */
    static StageTime between(Instant registered, Instant reached, Stage stage) {
        long hours = Math.max(0, Duration.between(registered, reached).toHours());
        return new StageTime(stage, hours < HOURS_COUNTED ? hours : hours / HOURS_A_DAY * HOURS_A_DAY);
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException when it is no such text
     */
    public static StageTime parse(String value) {
        int bar = value.indexOf('|');
        int unit = value.length() - 1;
        long number = Long.parseLong(value, bar + 1, unit, 10);
        return new StageTime(
                stage(value.substring(0, Math.max(bar, 0))), value.charAt(unit) == 'd' ? number * HOURS_A_DAY : number);
    }

    private static Stage stage(String wireName) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stage"));
    }

    @Override
    public String toString() {
        return stage.wireName() + '|' + (hours < HOURS_COUNTED ? hours + "h" : hours / HOURS_A_DAY + "d");
    }
}

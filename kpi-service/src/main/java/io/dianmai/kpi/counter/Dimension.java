package io.dianmai.kpi.counter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the numbers of a store can be cut by. The code stands for it in stored rows: never change or reuse one. */
public enum Dimension {
    /** Whoever owns the customer: sales consultant or service adviser. */
    ADVISOR(1),
    /** 战区/组 */
    TEAM(2),
    /** 渠道 */
    CHANNEL(3),
    /** 市场活动 */
    ACTIVITY(4),
    /** 车型 */
    MODEL(5),
    /** 竞品: the model that was bought instead. */
    COMPETITOR(6),
    /** When complaints of which category are opened, see {@link ComplaintSlot}; for the heat map only. */
    COMPLAINT_SLOT(7) {
        @Override
        public boolean queryable() {
            return false;
        }
    },
    /** How fast leads reach which stage, see {@link StageTime}; for the funnel only. */
    STAGE_TIME(8) {
        @Override
        public boolean queryable() {
            return false;
        }
    };

    private final int code;

    Dimension(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** As queries and rows write it, for example {@code advisor}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether queries may ask for it; the others serve answers of their own. */
    public boolean queryable() {
        return true;
    }

    /** The queryable dimension that queries call {@code wireName}. */
    public static Optional<Dimension> named(String wireName) {
        return Arrays.stream(values())
                .filter(dimension ->
                        dimension.queryable() && dimension.wireName().equals(wireName))
                .findFirst();
    }

    static Dimension coded(int code) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no dimension has code " + code));
    }
}

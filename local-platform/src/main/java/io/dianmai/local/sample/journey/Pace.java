package io.dianmai.local.sample.journey;

import java.time.Duration;
import java.time.Instant;

/** How fast things go: what a minute's work or a day's wait comes to on the clock. */
sealed interface Pace {
    /** When so many minutes of work that began then are done. */
    Instant afterMinutes(Instant from, double minutes);

    /** When somebody does something about so many days later. */
    Instant afterDays(Instant from, double days);

    /** The pace of a real store: nothing is done outside of its opening hours. */
    record Business(OpenHours hours) implements Pace {
        private static final int FIRST_MINUTES = 90;

        @Override
        public Instant afterMinutes(Instant from, double minutes) {
            return hours.plus(from, seconds(minutes * 60));
        }

        /** What would fall into closed hours is done within the first 90 minutes of the next opening. */
        @Override
        public Instant afterDays(Instant from, double days) {
            Instant wanted = from.plus(seconds(days * Duration.ofDays(1).toSeconds()));
            Instant opening = hours.next(wanted);
            return opening.equals(wanted)
                    ? wanted
                    : hours.plus(opening, Duration.ofSeconds(wanted.getEpochSecond() % (FIRST_MINUTES * 60)));
        }
    }

    /** For those who watch: a minute is a quarter of a second, a day is fifteen, and the store never closes. */
    record OnShow() implements Pace {
        private static final double MINUTE_SECONDS = 0.25;
        static final double DAY_SECONDS = 15;

        @Override
        public Instant afterMinutes(Instant from, double minutes) {
            return from.plus(seconds(minutes * MINUTE_SECONDS));
        }

        @Override
        public Instant afterDays(Instant from, double days) {
            return from.plus(seconds(days * DAY_SECONDS));
        }
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}

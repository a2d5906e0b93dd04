package io.dianmai.kpi.trend;

import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kpi.value.QueryTerms;
import io.dianmai.kpi.value.ReportingPeriod;
import io.dianmai.kpi.value.Step;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Days from the first to the last one, both included, in steps; bounded, so that no question keeps the service busy. */
record Series(LocalDate from, LocalDate to, Step step) {
    /** More points nobody can read. */
    static final int MOST_POINTS = 400;
    /** Ten years. */
    static final int MOST_DAYS = 3_660;

    private static final ProblemType UNKNOWN_DATE =
            ProblemType.of("unknown-date", "There is no such date", HttpStatus.BAD_REQUEST);
    private static final ProblemType UNKNOWN_STEP =
            ProblemType.of("unknown-step", "There is no such step", HttpStatus.BAD_REQUEST);
    private static final ProblemType RANGE_BACKWARDS =
            ProblemType.of("range-backwards", "The range ends before it begins", HttpStatus.BAD_REQUEST);
    private static final ProblemType RANGE_TOO_LONG =
            ProblemType.of("range-too-long", "The range is too long", HttpStatus.BAD_REQUEST);

    static Series read(String from, String to, String step) {
        Series series = new Series(
                date("from", from),
                date("to", to),
                Step.named(step)
                        .orElseThrow(() -> QueryTerms.problem(
                                UNKNOWN_STEP, "step", "step is day, tenday, week, month, quarter or year.")));
        if (series.to().isBefore(series.from())) {
            throw QueryTerms.problem(RANGE_BACKWARDS, "to", "to must not be before from.");
        }
        if (ChronoUnit.DAYS.between(series.from(), series.to()) >= MOST_DAYS
                || series.periods().size() > MOST_POINTS) {
            throw QueryTerms.problem(
                    RANGE_TOO_LONG,
                    "to",
                    "A trend has at most %d points and %d days.".formatted(MOST_POINTS, MOST_DAYS));
        }
        return series;
    }

    /** The periods that days of the range lie in. */
    List<ReportingPeriod> periods() {
        List<ReportingPeriod> periods = new ArrayList<>();
        for (LocalDate day = from;
                !day.isAfter(to);
                day = periods.getLast().end().plusDays(1)) {
            periods.add(step.containing(day));
        }
        return periods;
    }

    private static LocalDate date(String parameter, String text) {
        return ReportingPeriod.parse(text)
                .filter(ReportingPeriod.Day.class::isInstance)
                .map(ReportingPeriod::start)
                .orElseThrow(() -> QueryTerms.problem(
                        UNKNOWN_DATE, parameter, parameter + " is a day such as 2026-11-21, from 2000 to 2100."));
    }
}

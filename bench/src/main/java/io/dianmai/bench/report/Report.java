package io.dianmai.bench.report;

import java.util.List;

/** What belongs together: a file of results, and the chart of those that have a goal. */
public enum Report {
    KPI_ENGINE("kpi-engine", "The KPI engine against its goals") {
        @Override
        List<Goal> moreIsBetter() {
            return List.of(
                    new Goal("Counting, share of a pass-through", "counters", "/ratio", 0.5, true, ""),
                    new Goal("Replay of history", "replay", "/eventsPerSecond", 25_000, true, " events/s"),
                    new Goal(
                            "Fresh within 1 s, from events",
                            "freshness",
                            "/events/highestRateThatHolds",
                            1_000,
                            true,
                            "/s"),
                    new Goal(
                            "Fresh within 1 s, from facts",
                            "freshness",
                            "/facts/highestRateThatHolds",
                            1_000,
                            true,
                            "/s"));
        }

        @Override
        List<Goal> lessIsBetter() {
            return List.of(
                    new Goal(
                            "Group month with ranking, p99",
                            "queries",
                            "/group month ranking/p99Millis",
                            200,
                            false,
                            " ms"),
                    new Goal("Group year, p99", "queries", "/group year/p99Millis", 500, false, " ms"),
                    new Goal("All KPIs of a group month, p99", "queries", "/group month/p99Millis", 0, false, " ms"),
                    new Goal("Store trend of a year by day, p99", "queries", "/store trend/p99Millis", 0, false, " ms"),
                    new Goal("Ready after kill -9", "recovery", "/killed/readySeconds", 0, false, " s"),
                    new Goal("Caught up after kill -9", "recovery", "/killed/caughtUpSeconds", 0, false, " s"));
        }
    },
    DEADLINE_ENGINE("deadline-engine", "The deadline engine against its goals") {
        @Override
        List<Goal> moreIsBetter() {
            return List.of(new Goal("Clocks set", "deadlines", "/arming/clocksPerSecond", 10_000, true, "/s"));
        }

        @Override
        List<Goal> lessIsBetter() {
            return List.of(
                    new Goal("Late at a steady rate, p99", "deadlines", "/rate/p99Millis", 1_000, false, " ms"),
                    new Goal("All at once, until the last", "deadlines", "/burst/seconds", 10, false, " s"),
                    new Goal(
                            "Others meanwhile, late, p99", "deadlines", "/burst/beside/p99Millis", 1_000, false, " ms"),
                    new Goal("At work again after kill -9", "deadlines", "/killed/readySeconds", 30, false, " s"));
        }
    },
    LEAD_CHAIN("lead-chain", "A lead from the request to its first task and its numbers") {
        @Override
        List<Goal> moreIsBetter() {
            return List.of(
                    new Goal(
                            "Leads through the whole chain",
                            "leads",
                            "/asFastAsItGoes/leadsPerSecond",
                            1_000,
                            true,
                            "/s"),
                    new Goal("Rows imported", "imports", "/rowsPerSecond", 5_000, true, "/s"));
        }

        @Override
        List<Goal> lessIsBetter() {
            return List.of(
                    new Goal("Answered, p99", "leads", "/asFastAsItGoes/answered/p99Millis", 100, false, " ms"),
                    new Goal(
                            "Answered at a steady rate, p99",
                            "leads",
                            "/byTheClock/answered/p99Millis",
                            100,
                            false,
                            " ms"),
                    new Goal("My day, p99", "imports", "/myDay/p99Millis", 50, false, " ms"),
                    new Goal("First task, p99", "leads", "/byTheClock/firstTask/p99Millis", 0, false, " ms"),
                    new Goal("Counted, p99", "leads", "/byTheClock/counted/p99Millis", 0, false, " ms"));
        }
    },
    INGEST("ingest", "The door against its goals") {
        @Override
        List<Goal> moreIsBetter() {
            return List.of(
                    new Goal("Batches of 100, share of the perf tool", "ingest", "/ratio", 0.25, true, ""),
                    new Goal("Events in batches of 100", "ingest", "/batchEventsPerSecond", 0, true, "/s"),
                    new Goal("Single events", "ingest", "/singleEventsPerSecond", 3_000, true, "/s"),
                    new Goal("Live streams open", "ingest", "/streams/open", 1_000, true, ""));
        }

        @Override
        List<Goal> lessIsBetter() {
            return List.of(
                    new Goal(
                            "Single events at half load, p99",
                            "ingest",
                            "/singleAtHalfLoad/p99Millis",
                            50,
                            false,
                            " ms"),
                    new Goal("Batches at half load, p99", "ingest", "/batchesAtHalfLoad/p99Millis", 50, false, " ms"),
                    new Goal("Memory of the gateway", "ingest", "/residentMegabytes", 400, false, " MB"),
                    new Goal("The same with the streams", "ingest", "/streams/residentMegabytes", 400, false, " MB"),
                    new Goal("An event to all streams, p99", "ingest", "/streams/event/p99Millis", 0, false, " ms"));
        }
    };

    private final String file;
    private final String title;

    Report(String file, String title) {
        this.file = file;
        this.title = title;
    }

    abstract List<Goal> moreIsBetter();

    abstract List<Goal> lessIsBetter();

    /** Name of its files without the ending. */
    public String file() {
        return file;
    }

    String title() {
        return title;
    }
}

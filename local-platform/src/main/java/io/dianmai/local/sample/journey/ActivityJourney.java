package io.dianmai.local.sample.journey;

import io.dianmai.contracts.fact.ActivityAnnounced;
import io.dianmai.contracts.fact.ActivityDropped;
import io.dianmai.contracts.fact.ActivityMoved;
import io.dianmai.contracts.fact.CostBooked;
import io.dianmai.contracts.lead.ActivityPhase;
import io.dianmai.contracts.lead.ActivityPlan;
import io.dianmai.contracts.lead.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** 市场活动: what a store plans for a quarter: a show that goes round the districts, a day of test drives, and what it spends on channels. */
final class ActivityJourney {
    private static final int FEN = 100;
    private static final int SHOW_BEGINS = 10;
    private static final int SHOW_ENDS = 80;
    private static final int TEST_DRIVES = 50;
    private static final double DROPPED = 0.25;

    private final Scene scene;
    private final Chance chance;
    private final Diary diary;
    private final Instant start;
    private final LocalDate first;

    private ActivityJourney(Scene scene, Instant start) {
        String id = scene.store().id() + "-activities";
        this.scene = scene;
        this.chance = new Chance(id);
        this.diary = new Diary(id, scene.store().id(), start);
        this.start = start;
        this.first = LocalDate.ofInstant(start, scene.store().zone());
    }

    /** Of ninety days, from the first of them on. */
    static List<SampleFact> play(Scene scene, Instant start) {
        var journey = new ActivityJourney(scene, start);
        journey.show(scene.store().id() + "-auto-show");
        journey.testDriveDay(scene.store().id() + "-test-drive-day");
        journey.channels();
        return journey.diary.facts();
    }

    private void show(String id) {
        diary.note(new ActivityAnnounced(id, plan("商圈巡展季", SHOW_BEGINS, SHOW_ENDS, 12, 40, 5)));
        move(id, ActivityPhase.BEFORE, 3);
        move(id, ActivityPhase.MAIN, SHOW_BEGINS);
        for (int month = 1; month <= 3; month++) {
            int day = month * 25;
            diary.aside(at(day), new CostBooked("FY-" + id + month, id, Channel.EVENT, yuan(8_000, 30_000)));
        }
        move(id, ActivityPhase.AFTER, SHOW_ENDS + 1);
    }

    private void testDriveDay(String id) {
        diary.aside(at(30), new ActivityAnnounced(id, plan("试驾体验日", TEST_DRIVES, TEST_DRIVES + 1, 2, 15, 2)));
        if (chance.in(DROPPED)) {
            diary.aside(at(TEST_DRIVES - 6), new ActivityDropped(id));
            return;
        }
        move(id, ActivityPhase.MAIN, TEST_DRIVES);
        diary.aside(at(TEST_DRIVES + 3), new CostBooked("FY-" + id, id, null, yuan(3_000, 12_000)));
        move(id, ActivityPhase.CLOSED, TEST_DRIVES + 5);
    }

    private void channels() {
        for (int month = 0; month < 3; month++) {
            for (Channel channel : List.of(Channel.WEB, Channel.OUTREACH)) {
                diary.aside(
                        at(10 + month * 30),
                        new CostBooked(
                                "QD-" + scene.store().id() + "-" + channel + month,
                                null,
                                channel,
                                yuan(4_000, 20_000)));
            }
        }
    }

    private ActivityPlan plan(String name, int from, int to, int budget, int leads, int orders) {
        return new ActivityPlan(name, first.plusDays(from), first.plusDays(to), budget * 10_000L * FEN, leads, orders);
    }

    private void move(String id, ActivityPhase phase, int day) {
        diary.aside(at(day), new ActivityMoved(id, phase));
    }

    private Instant at(int day) {
        return scene.pace().afterDays(start, day);
    }

    private long yuan(int least, int most) {
        return chance.between(least, most) * (long) FEN;
    }
}

package io.dianmai.local.sample.journey;

import io.dianmai.local.sample.group.Group;
import io.dianmai.local.sample.group.Store;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ninety days of the group up to some instant, and how those go on who had come by the end of its last day. What happens
 * on a day depends on the store and the day only.
 *
 * @param past until that instant, in order of time
 * @param future after it, in order of time
 */
public record History(List<SampleFact> past, List<SampleFact> future) {
    static final int DAYS = 90;

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final double WEEKEND_SALES = 1.6;
    private static final double PARTIES_A_DAY = 2.6;
    private static final double JOBS_A_DAY = 1.2;
    /** Beside those that customers order. */
    private static final double VEHICLES_A_DAY = 0.13;

    private static final LocalTime NOON = LocalTime.NOON;

    /** What had happened by {@code end}, and what follows. */
    public static History until(Instant end, Group group) {
        List<SampleFact> facts = group.stores().stream()
                .flatMap(store -> Stream.concat(
                        activities(end, store, group), daysUntil(end, store).flatMap(day -> on(day, store, group))))
                .sorted(Comparator.comparing(SampleFact::time))
                .toList();
        int split =
                (int) facts.stream().filter(fact -> !fact.time().isAfter(end)).count();
        return new History(facts.subList(0, split), facts.subList(split, facts.size()));
    }

    private static Stream<LocalDate> daysUntil(Instant end, Store store) {
        LocalDate today = LocalDate.ofInstant(end, store.zone());
        return today.minusDays(DAYS).datesUntil(today.plusDays(1));
    }

    private static Stream<SampleFact> activities(Instant end, Store store, Group group) {
        var hours = new OpenHours(store.registered().businessHours(), store.zone());
        var scene = new Scene(group, store, store.habits(), new Pace.Business(hours));
        LocalDate first = LocalDate.ofInstant(end, store.zone()).minusDays(DAYS);
        return ActivityJourney.play(
                scene, hours.next(first.atTime(NOON).atZone(store.zone()).toInstant()))
                .stream();
    }

    private static Stream<SampleFact> on(LocalDate day, Store store, Group group) {
        var hours = new OpenHours(store.registered().businessHours(), store.zone());
        List<OpenHours.Span> open = hours.on(day);
        if (open.isEmpty()) {
            return Stream.of();
        }
        var scene = new Scene(group, store, store.habits(), new Pace.Business(hours));
        var chance = new Chance(store.id() + day);
        double parties =
                PARTIES_A_DAY * store.habits().traffic() * (WEEKEND.contains(day.getDayOfWeek()) ? WEEKEND_SALES : 0.8);
        double jobs = JOBS_A_DAY * store.habits().traffic();
        String prefix = store.id() + "-" + day.toString().replace("-", "") + "-";
        Stream<SampleFact> yard = starts(
                        new Chance("yard of " + prefix).in(VEHICLES_A_DAY) ? 1 : 0, open, new Chance(prefix))
                .flatMap(start -> YardJourney.play(prefix + "K" + start.number(), scene, start.at()).stream());
        return Stream.concat(
                yard,
                Stream.concat(
                        starts(chance.around(parties), open, chance)
                                .flatMap(start ->
                                        SalesJourney.play(prefix + "L" + start.number(), scene, start.at()).stream()),
                        starts(chance.around(jobs), open, chance)
                                .flatMap(start ->
                                        ServiceJourney.play(prefix + "W" + start.number(), scene, start.at())
                                                .stream())));
    }

    private record Start(int number, Instant at) {}

    private static Stream<Start> starts(int count, List<OpenHours.Span> open, Chance chance) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> {
            OpenHours.Span span = chance.of(open);
            Duration in =
                    Duration.ofSeconds(chance.between(0, (int) span.length().toSeconds() - 1));
            return new Start(number, span.opens().plus(in));
        });
    }
}

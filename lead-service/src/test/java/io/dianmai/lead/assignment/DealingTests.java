package io.dianmai.lead.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.lead.roster.Roster;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DealingTests {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    private static final LeadDimensions LEAD = new LeadDimensions(Channel.WEB, null, "X5", null, null, NOW);

    private final Roster roster = new Roster(
            true,
            List.of(
                    consultant("c", "t2", null),
                    consultant("a", "t1", null),
                    consultant("b", "t1", DAY.minusDays(1)),
                    new StaffMember("m", "经理", List.of(Role.SALES_MANAGER), null, null)),
            DAY);

    @Nested
    class ByTheRuleThatShips {
        @Test
        void dealsAlikeForOneLeadAndEvenlyOverMany() {
            var dealt = IntStream.range(0, 2_000)
                    .mapToObj(number -> new UUID(number * 7919L, number).toString())
                    .map(lead -> Dealing.shipped(lead, roster)
                            .deal(LEAD)
                            .orElseThrow()
                            .advisorId())
                    .collect(Collectors.groupingBy(consultant -> consultant, Collectors.counting()));

            assertThat(shipped().deal(LEAD)).isEqualTo(shipped().deal(LEAD));
            assertThat(dealt).containsOnlyKeys("a", "c");
            assertThat(dealt.values()).allMatch(share -> share > 800);
        }

        @Test
        void dealsWhatALeaverHadToTheOthers() {
            assertThat(who(shipped().takeOver(LEAD, "a", false))).contains("c");
            assertThat(who(shipped().takeOver(LEAD, "c", false))).contains("a");
            assertThat(Dealing.shipped("lead", unknown()).takeOver(LEAD, "a", false))
                    .isEmpty();
            assertThat(Dealing.shipped("lead", unknown()).deal(LEAD)).isEmpty();
        }

        @Test
        void passesOnInTurnAndBeginsAgain() {
            assertThat(who(shipped().pass(LEAD, "a", Set.of()))).contains("c");
            assertThat(who(shipped().pass(LEAD, "c", Set.of()))).contains("a");
            assertThat(who(shipped().pass(LEAD, "b", Set.of()))).contains("c");
        }

        @Test
        void passesOnToNobodyWhereThereIsNoOther() {
            assertThat(shipped().pass(LEAD, "a", Set.of("c"))).isEmpty();
        }

        private Dealing shipped() {
            return Dealing.shipped("lead", roster);
        }

        private static Roster unknown() {
            return new Roster(false, List.of(), DAY);
        }
    }

    @Nested
    class Counting {
        private final Remembered loads = new Remembered();

        @Test
        void goesRoundWhoeverIsThere() {
            var policy = policy(AssignmentRule.ROUND_ROBIN, List.of(), null);

            assertThat(deal(policy, 5)).containsExactly("a", "c", "a", "c", "a");
            assertThat(dealing(policy, "x").deal(LEAD)).contains(new Dealt("c", "round robin"));
        }

        @Test
        void looksForTheLeastBusyAndThenForWhoseTurnItIs() {
            loads.give("a", 2);
            var policy = policy(AssignmentRule.LEAST_BUSY, List.of(), null);

            assertThat(deal(policy, 4)).containsExactly("c", "c", "a", "c");
        }

        @Test
        void leavesOutWhoeverHasAsManyAsOneMayHave() {
            loads.give("c", 2);
            var policy = new AssignmentPolicy(
                    AssignmentRule.BY_HASH, List.of(), 2, Map.of("a", 1), List.of(Role.SALES_CONSULTANT));

            assertThat(deal(policy, 2)).containsExactly("a");
            assertThat(dealing(policy, "x").full("a")).isTrue();
            assertThat(who(dealing(policy, "x").takeOver(LEAD, "a", true))).contains("c");
            assertThat(dealing(policy, "x").takeOver(LEAD, "a", false)).isEmpty();
        }

        @Test
        void leavesOutWhoeverHasTheDayOff() {
            var shift = new Shift(policy(AssignmentRule.ROUND_ROBIN, List.of(), null), roster, Set.of("a"));

            assertThat(who(new Dealing("x", () -> shift, loads).deal(LEAD))).contains("c");
        }

        @Test
        void givesLeadsOfOneSortToWhoeverIsNamedWhileTheyHaveRoom() {
            var web = new AssignmentMatch(Channel.WEB, null, null, List.of("m"), "t2");
            var other = new AssignmentMatch(Channel.PHONE, null, null, List.of("a"), null);
            var policy = policy(AssignmentRule.ROUND_ROBIN, List.of(other, web), 2);

            assertThat(deal(policy, 5)).containsExactly("c", "c", "a", "a");
            assertThat(loads.notes).startsWith("named for leads of this sort").endsWith("round robin");
        }

        @Test
        void keepsWhatIsPassedOnInTheTeam() {
            var inTeam = new AssignmentMatch(null, null, "t2", null, "t2");
            var policy = policy(AssignmentRule.ROUND_ROBIN, List.of(inTeam), null);
            var owned = new LeadDimensions(Channel.WEB, null, "X5", "z", "t2", NOW);

            assertThat(who(dealing(policy, "x").pass(owned, "z", Set.of()))).contains("c");
        }

        private List<String> deal(AssignmentPolicy policy, int leads) {
            return IntStream.range(0, leads)
                    .mapToObj(lead -> who(dealing(policy, "lead-" + lead).deal(LEAD)))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private Dealing dealing(AssignmentPolicy policy, String leadId) {
            return new Dealing(leadId, () -> new Shift(policy, roster, Set.of()), loads);
        }

        private static AssignmentPolicy policy(
                AssignmentRule rule, List<AssignmentMatch> matches, @Nullable Integer capacity) {
            return new AssignmentPolicy(rule, matches, capacity, null, List.of(Role.SALES_CONSULTANT));
        }
    }

    /** Loads as they would stand if nothing was ever heard but every promise kept. */
    private static final class Remembered implements Loads {
        private StoreLoads loads = StoreLoads.NONE;
        private final List<@Nullable String> notes = new ArrayList<>();

        void give(String advisorId, int leads) {
            for (int lead = 0; lead < leads; lead++) {
                var given = new LeadStanding(advisorId + lead, 1, advisorId, null, true);
                loads = loads.counting(List.of(new StoreLoads.Move(LeadStanding.unknown(given.leadId()), given, null)));
            }
        }

        @Override
        public Standing now() {
            return loads.at(NOW);
        }

        @Override
        public Optional<Dealt> take(String leadId, Function<Standing, Optional<Dealt>> choice) {
            Optional<Dealt> dealt = choice.apply(now());
            dealt.ifPresent(to -> {
                notes.add(to.note());
                loads = loads.promising(leadId, to.advisorId(), NOW);
            });
            return dealt;
        }
    }

    private static Optional<String> who(Optional<Dealt> dealt) {
        return dealt.map(Dealt::advisorId);
    }

    private static StaffMember consultant(String id, String teamId, @Nullable LocalDate leftOn) {
        return new StaffMember(id, "顾问", List.of(Role.SALES_CONSULTANT), teamId, leftOn);
    }
}

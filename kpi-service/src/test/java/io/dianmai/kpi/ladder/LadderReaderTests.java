package io.dianmai.kpi.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kpi.ladder.LadderReader.Reading;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LadderReaderTests {
    private static final String RUNG = "{'offset': 'PT0S', 'audience': ['SALES_MANAGER']}";
    private static final String RUNGS = "'rungs': [" + RUNG + "]";

    static List<Ladder> shipped() throws IOException {
        return LadderFile.shipped().ladders();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedLadderCouldBePutAsItIsWritten(Ladder shipped) {
        LadderDraft written = LadderDraft.of(shipped);

        assertThat(LadderReader.kept(written)).isEqualTo(new Reading.Good(shipped));
        LadderDraft now =
                new LadderDraft(null, written.scope(), null, written.clock(), written.longestSnooze(), written.rungs());
        assertThat(LadderReader.change(shipped.kind(), now, _ -> true, Drafts.NOW))
                .isInstanceOfSatisfying(
                        Reading.Good.class,
                        good -> assertThat(good.ladder())
                                .matches(shipped::saysTheSameAs)
                                .extracting(Ladder::effectiveFrom)
                                .isEqualTo(Drafts.NOW));
    }

    @Test
    void thereIsOneShippedLadderOfEachKindForTheGroup() throws IOException {
        assertThat(shipped()).extracting(Ladder::kind).containsExactly(DeadlineKind.values());
        assertThat(shipped()).extracting(Ladder::scope).containsOnly(LadderScope.group());
    }

    @Test
    void readsWhatIsSaidAndTakesTheRestForGranted() {
        Reading reading = Drafts.read(DeadlineKind.LEAD_IDLE, """
                {'scope': 'brand:B1', 'effectiveFrom': '2026-12-01T00:00:00+08:00', 'clock': {'after': ['P20D']},
                 'rungs': [{'offset': 'P-1D', 'owner': true, 'fallback': ['GENERAL_MANAGER']},
                           {'offset': 'PT0S', 'owner': true, 'audience': ['SALES_MANAGER'], 'action': 'RECALL'}]}""");

        assertThat(reading)
                .isEqualTo(new Reading.Good(new Ladder(
                        DeadlineKind.LEAD_IDLE,
                        new LadderScope.Brand("B1"),
                        Instant.parse("2026-11-30T16:00:00Z"),
                        new ClockTerms(List.of(Duration.ofDays(20)), null),
                        Duration.ZERO,
                        List.of(
                                new Rung(
                                        Duration.ofDays(-1),
                                        true,
                                        List.of(),
                                        List.of(Role.GENERAL_MANAGER),
                                        RungAction.NOTIFY),
                                new Rung(
                                        Duration.ZERO,
                                        true,
                                        List.of(Role.SALES_MANAGER),
                                        List.of(),
                                        RungAction.RECALL)))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            NO_RUNGS            | /rungs              |
            NO_RUNGS            | /rungs              | 'rungs': []
            UNREADABLE          | /rungs/0            | 'rungs': [null]
            UNREADABLE          | /rungs/0/offset     | 'rungs': [{'audience': ['SALES_MANAGER']}]
            UNREADABLE          | /rungs/0/offset     | 'rungs': [{'offset': 'soon', 'audience': ['SALES_MANAGER']}]
            RUNGS_OUT_OF_ORDER  | /rungs/1/offset     | 'rungs': [RUNG, {'offset': 'PT-1M', 'audience': ['SALES_MANAGER']}]
            RUNGS_OUT_OF_ORDER  | /rungs/1/offset     | 'rungs': [RUNG, RUNG]
            OFFSET_TOO_FAR      | /rungs/0/offset     | 'rungs': [{'offset': 'P3652500D', 'audience': ['SALES_MANAGER']}]
            OFFSET_TOO_FAR      | /rungs/0/offset     | 'rungs': [{'offset': 'PT-9223372036854775808S', 'owner': true, 'fallback': ['OPERATIONS']}]
            OFFSET_TOO_FAR      | /rungs/0/offset     | 'rungs': [{'offset': 'P366DT1M', 'audience': ['SALES_MANAGER']}]
            OFFSET_TOO_FINE     | /rungs/0/offset     | 'rungs': [{'offset': 'PT1.5S', 'audience': ['SALES_MANAGER']}]
            UNKNOWN_ROLE        | /rungs/0/audience/1 | 'rungs': [{'offset': 'PT0S', 'audience': ['SALES_MANAGER', 'CHIEF']}]
            UNKNOWN_ROLE        | /rungs/0/audience/0 | 'rungs': [{'offset': 'PT0S', 'audience': [null]}]
            UNKNOWN_ROLE        | /rungs/0/audience/0 | 'rungs': [{'offset': 'PT0S', 'audience': ['STORE_SYSTEM']}]
            UNKNOWN_ROLE        | /rungs/0/audience/1 | 'rungs': [{'offset': 'PT0S', 'audience': ['OPERATIONS', 'OPERATIONS']}]
            UNKNOWN_ROLE        | /rungs/0/fallback/0 | 'rungs': [{'offset': 'PT0S', 'owner': true, 'fallback': ['CHIEF']}]
            TELLS_NOBODY        | /rungs/0            | 'rungs': [{'offset': 'PT0S'}]
            TELLS_NOBODY        | /rungs/0            | 'rungs': [{'offset': 'PT0S', 'fallback': ['SALES_MANAGER']}]
            ACTS_FOR_NOBODY     | /rungs/0/audience   | 'rungs': [{'offset': 'PT0S', 'action': 'REASSIGN'}]
            ACTS_FOR_NOBODY     | /rungs/0/audience   | 'rungs': [{'offset': 'PT0S', 'owner': true, 'fallback': ['SALES_MANAGER'], 'action': 'REASSIGN'}]
            UNFIT_FALLBACK      | /rungs/0/fallback   | 'rungs': [{'offset': 'PT0S', 'owner': true}]
            UNFIT_FALLBACK      | /rungs/0/fallback   | 'rungs': [{'offset': 'PT0S', 'audience': ['OPERATIONS'], 'fallback': ['GROUP_HQ']}]
            UNFIT_ACTION        | /rungs/0/action     | 'rungs': [{'offset': 'PT0S', 'audience': ['OPERATIONS'], 'action': 'RECALL'}]
            UNFIT_ACTION        | /rungs/0/action     | 'rungs': [{'offset': 'PT0S', 'audience': ['OPERATIONS'], 'action': 'DELETE'}]
            UNKNOWN_SCOPE       | /scope              | RUNGS, 'scope': 'store:nowhere'
            UNKNOWN_SCOPE       | /scope              | RUNGS, 'scope': 'brand:nowhere'
            UNKNOWN_SCOPE       | /scope              | RUNGS, 'scope': 'tier:luxury'
            UNKNOWN_SCOPE       | /scope              | RUNGS, 'scope': 'region:R1'
            UNKNOWN_SCOPE       | /scope              | RUNGS, 'scope': 'store:'
            UNREADABLE          | /kind               | RUNGS, 'kind': 'LEAD_IDLE'
            UNREADABLE          | /effectiveFrom      | RUNGS, 'effectiveFrom': 'tomorrow'
            UNREADABLE          | /effectiveFrom      | RUNGS, 'effectiveFrom': '2026-12-01T00:00:00'
            UNFIT_DATE          | /effectiveFrom      | RUNGS, 'effectiveFrom': '2026-11-21T02:59:59.999Z'
            UNFIT_DATE          | /effectiveFrom      | RUNGS, 'effectiveFrom': '9999-01-01T00:00:00Z'
            UNFIT_DATE          | /effectiveFrom      | RUNGS, 'effectiveFrom': '-999999999-01-01T00:00:00Z'
            UNFIT_CLOCK         | /clock              | RUNGS, 'clock': {'after': ['P1D']}
            UNFIT_CLOCK         | /clock              | RUNGS, 'clock': {}
            SNOOZE_TOO_LONG     | /longestSnooze      | RUNGS, 'longestSnooze': 'P15DT1S'
            SNOOZE_TOO_LONG     | /longestSnooze      | RUNGS, 'longestSnooze': 'PT-1S'
            UNREADABLE          | /longestSnooze      | RUNGS, 'longestSnooze': 'a while'
            """)
    void refusesAsALadderOfFollowUps(LadderFlaw.Fault fault, String pointer, @Nullable String json) {
        assertThat(flaws(DeadlineKind.FOLLOW_UP, json == null ? "" : json))
                .as(json)
                .extracting(LadderFlaw::fault, LadderFlaw::pointer)
                .containsExactly(tuple(fault, pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            LEAD_IDLE       | UNFIT_CLOCK     | /clock/after     | RUNGS
            LEAD_IDLE       | UNFIT_CLOCK     | /clock/after     | RUNGS, 'clock': {'after': []}
            LEAD_IDLE       | UNFIT_CLOCK     | /clock/after/0   | RUNGS, 'clock': {'after': ['P-1D']}
            LEAD_IDLE       | UNFIT_CLOCK     | /clock/after/0   | RUNGS, 'clock': {'after': ['PT59M']}
            LEAD_IDLE       | UNFIT_CLOCK     | /clock/after/0   | RUNGS, 'clock': {'after': ['P3652500D']}
            LEAD_IDLE       | UNFIT_CLOCK     | /clock/after/1   | RUNGS, 'clock': {'after': ['P2D', 'P2D']}
            LEAD_IDLE       | UNREADABLE      | /clock/after/0   | RUNGS, 'clock': {'after': ['P1M']}
            LEAD_IDLE       | UNREADABLE      | /clock/after/0   | RUNGS, 'clock': {'after': [null]}
            LEAD_IDLE       | UNFIT_CLOCK     | /clock/every     | RUNGS, 'clock': {'after': ['P2D'], 'every': 'P2D'}
            LEAD_IDLE       | UNFIT_ACTION    | /rungs/0/action  | 'clock': {'after': ['P2D']}, 'rungs': [{'offset': 'PT0S', 'audience': ['OPERATIONS'], 'action': 'MARK_OVERDUE'}]
            LEAD_IDLE       | OFFSET_TOO_FAR  | /rungs/0/offset  | 'clock': {'after': ['P2D', 'P9D']}, 'rungs': [{'offset': 'PT-2881M', 'audience': ['OPERATIONS']}]
            LEAD_IDLE       | SNOOZE_TOO_LONG | /longestSnooze   | RUNGS, 'clock': {'after': ['P2D', 'P9D']}, 'longestSnooze': 'PT48H1S'
            DEPOSIT_CONTACT | CLOCK_TOO_FAST  | /clock/every     | RUNGS, 'clock': {'after': ['P7D'], 'every': 'PT59M59S'}
            DEPOSIT_CONTACT | CLOCK_TOO_FAST  | /clock/every     | RUNGS, 'clock': {'after': ['P7D'], 'every': 'P-7D'}
            DEPOSIT_CONTACT | UNFIT_CLOCK     | /clock/every     | RUNGS, 'clock': {'after': ['P7D'], 'every': 'P3652500D'}
            RENEWAL_CONTACT | UNFIT_CLOCK     | /clock/after/0   | RUNGS, 'clock': {'after': ['P30D']}
            STORE_SILENT    | UNFIT_ACTION    | /rungs/0/action  | 'rungs': [{'offset': 'PT0S', 'audience': ['OPERATIONS'], 'action': 'REASSIGN'}]
            """)
    void refusesWhatDoesNotFitTheKind(DeadlineKind kind, LadderFlaw.Fault fault, String pointer, String json) {
        assertThat(flaws(kind, json))
                .as(json)
                .extracting(LadderFlaw::fault, LadderFlaw::pointer)
                .containsExactly(tuple(fault, pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            FOLLOW_UP       | RUNGS, 'effectiveFrom': '2026-11-21T03:00:00Z'
            FOLLOW_UP       | RUNGS, 'longestSnooze': 'P15D'
            FOLLOW_UP       | 'rungs': [{'offset': 'P-366D', 'audience': ['SALES_MANAGER']}, {'offset': 'P366D', 'audience': ['SALES_MANAGER']}]
            LEAD_IDLE       | 'clock': {'after': ['P2D']}, 'rungs': [{'offset': 'P-2D', 'audience': ['OPERATIONS']}]
            DEPOSIT_CONTACT | RUNGS, 'clock': {'after': ['PT1H'], 'every': 'PT1H'}
            RENEWAL_CONTACT | RUNGS, 'clock': {'after': ['P-60D', 'P-20D']}
            """)
    void acceptsWhatIsJustWithinBounds(DeadlineKind kind, String json) {
        assertThat(Drafts.read(kind, '{' + full(json) + '}')).isInstanceOf(Reading.Good.class);
    }

    @Test
    void aLadderHasTwentyFourRungsAtMost() {
        assertThat(flaws(DeadlineKind.FOLLOW_UP, "'rungs': [" + rungs(24) + "]"))
                .isEmpty();
        assertThat(flaws(DeadlineKind.FOLLOW_UP, "'rungs': [" + rungs(25) + "]"))
                .extracting(LadderFlaw::fault)
                .containsExactly(LadderFlaw.Fault.TOO_MANY_RUNGS);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        assertThat(flaws(DeadlineKind.FOLLOW_UP, """
                'scope': 'moon', 'longestSnooze': 'P99D',
                'rungs': [{'offset': 'PT1H', 'owner': true}, {'offset': 'PT0S', 'audience': ['CHIEF']}]"""))
                .extracting(LadderFlaw::pointer)
                .containsExactlyInAnyOrder(
                        "/scope", "/longestSnooze", "/rungs/0/fallback", "/rungs/1/offset", "/rungs/1/audience/0");
    }

    private static List<LadderFlaw> flaws(DeadlineKind kind, String json) {
        return switch (Drafts.read(kind, '{' + full(json) + '}')) {
            case Reading.Good _ -> List.of();
            case Reading.Bad(List<LadderFlaw> flaws) -> flaws;
        };
    }

    private static String full(String json) {
        return json.replace("RUNGS", RUNGS).replace("RUNG,", RUNG + ",").replace("RUNG]", RUNG + "]");
    }

    private static String rungs(int count) {
        return IntStream.range(0, count)
                .mapToObj("{'offset': 'PT%dM', 'audience': ['SALES_MANAGER']}"::formatted)
                .collect(Collectors.joining(","));
    }
}

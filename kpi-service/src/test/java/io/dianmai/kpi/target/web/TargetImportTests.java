package io.dianmai.kpi.target.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.StoreScope;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.table.TableWriter;
import io.dianmai.kit.table.UnreadableTable;
import io.dianmai.kpi.target.Plan;
import io.dianmai.kpi.target.Planning;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetImportTests {
    private static final String HEADER = "store,what,owner,year,effectiveFrom,total,1,2,3,4,5,6,7,8,9,10,11,12\n";
    private static final List<String> COUNTERS = List.of(
            "orders",
            "calls",
            "walkIns",
            "contacts",
            "leadsLost",
            "shopVisits",
            "careRevenue",
            "newPolicies",
            "soldHours",
            "repairRevenue");
    private static final Viewer HQ = viewer(Role.GROUP_HQ, "*");

    private final Planning planning =
            new Planning(IntStream.range(0, 100).mapToObj(i -> "S" + i).toArray(String[]::new));
    private final TargetImport targets =
            new TargetImport(planning.archive(), planning.stores(), planning.aims(), planning.clock());

    @AfterEach
    void close() {
        planning.close();
    }

    private static Viewer viewer(Role role, String... stores) {
        return new Viewer("somebody", Set.of(role), StoreScope.of(List.of(stores)), "P1", null);
    }

    private ImportReport run(Viewer viewer, String csv, boolean dryRun) throws IOException, UnreadableTable {
        return run(viewer, csv.getBytes(StandardCharsets.UTF_8), dryRun);
    }

    private ImportReport run(Viewer viewer, byte[] file, boolean dryRun) throws IOException, UnreadableTable {
        return targets.run(viewer, new ByteArrayInputStream(file), dryRun);
    }

    private Plan plan(String store) {
        return planning.archive().ofStore(store, 2026).getFirst();
    }

    @Test
    void goodRowsAreKeptAlthoughOthersAreBad() throws Exception {
        ImportReport report = run(
                HQ,
                HEADER + "S1,orders,,2026,,1200,,,,,,,,,,,,\n"
                        + "S1,calls,,2026,,twelve,,,,,,,,,,,,\n"
                        + "\n"
                        + "S2,repairRevenue,,2026,,,1,2,3,4,5,6,7,8,9,10,11,12\n",
                false);

        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.refused()).isEqualTo(1);
        assertThat(report.verdicts()).extracting(ImportReport.Row::line).containsExactly(2, 3, 5);
        assertThat(report.verdicts().get(1).reasons())
                .containsExactly(new ImportReport.Reason("total", "Must be a number such as 1234.5."));
        assertThat(plan("S1").versions().getFirst().months().orElseThrow().getFirst())
                .isEqualByComparingTo("105");
        assertThat(plan("S2").versions().getFirst().months().orElseThrow().getFirst())
                .isEqualByComparingTo("100");
        assertThat(plan("S2").versions().getFirst().by()).isEqualTo("P1");
    }

    @Test
    void aDryRunJudgesTheSameAndKeepsNothing() throws Exception {
        String csv = HEADER + "S1,orders,,2026,,1200,,,,,,,,,,,,\nS1,luck,,2026,,1,,,,,,,,,,,,\n";

        ImportReport report = run(HQ, csv, true);

        assertThat(report.dryRun()).isTrue();
        assertThat(planning.archive().ofStore("S1", 2026)).isEmpty();
        assertThat(run(HQ, csv, false).verdicts()).isEqualTo(report.verdicts());
    }

    @Test
    void theSameFileAgainChangesNothing() throws Exception {
        String csv = HEADER + "S1,orders,,2026,,1200,,,,,,,,,,,,\n";
        run(HQ, csv, false);

        assertThat(run(HQ, csv, false).unchanged()).isEqualTo(1);
        assertThat(plan("S1").revision()).isEqualTo(1);
    }

    @Test
    void chineseTitlesInTheCodingOfChineseSpreadsheets() throws Exception {
        String csv = "门店,指标,归属,年度,生效日期,全年\nS1,close-rate,advisor:a,2026年,2026/7/1,16%\n";

        ImportReport report = run(HQ, csv.getBytes(Charset.forName("GBK")), false);

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(plan("S1").key().owner().text()).isEqualTo("advisor:a");
        assertThat(plan("S1").versions().getFirst().effectiveFrom()).isEqualTo("2026-07-01");
    }

    @Test
    void aRampIsFilledInFromItsFirstMonthOn() throws Exception {
        run(HQ, HEADER + "S1,close-rate,,2026,2026-03-01,,,,16,25,50,,,,,,,\n", false);

        assertThat(plan("S1").versions().getFirst().months().orElseThrow())
                .extracting(Object::toString)
                .endsWith("16", "25", "50", "50", "50", "50", "50", "50", "50", "50");
    }

    @Test
    void aFileMayPlanFromSeveralDaysOn() throws Exception {
        ImportReport report = run(
                HQ, HEADER + "S1,orders,,2026,,1200,,,,,,,,,,,,\nS1,orders,,2026,2026-07-01,2400,,,,,,,,,,,,\n", false);

        assertThat(report.accepted()).isEqualTo(2);
        assertThat(plan("S1").versions())
                .extracting(version -> version.effectiveFrom().toString())
                .containsExactly("2026-01-01", "2026-07-01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    S1,orders,,2026,,1200,1,2,3,4,5,6,7,8,9,10,11,12; ; one of
                    S1,orders,,2026,,,,,,,,,,,,,,; ; one of
                    S1,orders,,2026,,,1,2,,4,5,6,7,8,9,10,11,12; 3; needed
                    S1,close-rate,,2026,,,16,,50,,,,,,,,,; 2; at the end
                    S1,close-rate,,2026,2026-03-01,,16,25,50,,,,,,,,,; 1; before the plan
                    S1,close-rate,,2026,,,16,-1,50,,,,,,,,,; 2; negative
                    S1,orders,,2026,,16%,,,,,,,,,,,,; total; percentage
                    S1,orders,,2026,,1e5,,,,,,,,,,,,; total; number
                    S1,orders,,2026,,NaN,,,,,,,,,,,,; total; number
                    S1,orders,,26,,1,,,,,,,,,,,,; year; year such as
                    S1,orders,,9999,,1,,,,,,,,,,,,; year; 2000 to 2100
                    S1,orders,,2026,2026-02-30,1,,,,,,,,,,,,; effectiveFrom; no such day
                    S1,orders,,2026,soon,1,,,,,,,,,,,,; effectiveFrom; date such as
                    S1,orders,,2026,2027-01-01,1,,,,,,,,,,,,; effectiveFrom; plan's year
                    S1,orders,advisor:z,2026,,1,,,,,,,,,,,,; owner; of this store
                    S1,luck,,2026,,1,,,,,,,,,,,,; what; no such
                    ,orders,,2026,,1,,,,,,,,,,,,; store; empty
                    X1,orders,,2026,,1,,,,,,,,,,,,; store; no such store
                    """)
    void tellsWhatIsWrongInWhichColumn(String row, String column, String reason) throws Exception {
        ImportReport report = run(HQ, HEADER + row + "\n", false);

        assertThat(report.refused()).isEqualTo(1);
        assertThat(report.verdicts().getFirst().reasons()).anySatisfy(told -> {
            assertThat(told.column()).isEqualTo(column);
            assertThat(told.reason()).contains(reason);
        });
        assertThat(planning.archive().ofStore("S1", 2026)).isEmpty();
    }

    @Test
    void ofTheSamePlanTwiceTheSecondIsRefused() throws Exception {
        ImportReport report = run(
                HQ, HEADER + "S1,orders,,2026,,1,,,,,,,,,,,,\nS1,orders,store,2026,2026-01-01,2,,,,,,,,,,,,\n", false);

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.verdicts().get(1).reasons().getFirst().reason()).contains("line 2 already");
    }

    @Test
    void storesThatTheCallerMayNotSeeAreUnknown() throws Exception {
        Viewer director = viewer(Role.BRAND_DIRECTOR, "S1");

        ImportReport report =
                run(director, HEADER + "S1,orders,,2026,,1,,,,,,,,,,,,\nS2,orders,,2026,,1,,,,,,,,,,,,\n", false);

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.verdicts().get(1).reasons())
                .containsExactly(new ImportReport.Reason("store", "There is no such store."));
    }

    @Test
    void aGeneralManagerPlansForPeopleOnly() throws Exception {
        Viewer manager = viewer(Role.GENERAL_MANAGER, "S1");

        ImportReport report =
                run(manager, HEADER + "S1,orders,,2026,,1,,,,,,,,,,,,\nS1,orders,team:T1,2026,,1,,,,,,,,,,,,\n", false);

        assertThat(report.verdicts().get(0).reasons().getFirst().reason()).contains("roles");
        assertThat(report.verdicts().get(1).verdict()).isEqualTo("accepted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a,b\n",
                "store,what,year\nS1,orders,2026\n",
                "store,what,year,total,total\n",
                "store,what,year,1,2,3\n",
                "store,what,total\n",
                "store,what,year,total,luck\n"
            })
    void aFileWithWrongTitlesIsRefusedAsAWhole(String csv) {
        assertThatThrownBy(() -> run(HQ, csv, false)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.getBody().getType()).hasToString("https://dianmai.io/problems/target-file-header");
            assertThat(problem.getBody().getProperties()).containsKey("expected");
        });
    }

    @Test
    void nothingIsKeptOfAFileThatEndsInRubbish() {
        String csv = HEADER + "S1,orders,,2026,,1,,,,,,,,,,,,\n\"S2,orders";

        assertThatThrownBy(() -> run(HQ, csv, false)).isInstanceOf(UnreadableTable.class);
        assertThat(planning.archive().ofStore("S1", 2026)).isEmpty();
    }

    @Test
    void tenThousandRowsOfAWorkbookAreKept() throws Exception {
        List<List<String>> rows = new ArrayList<>();
        rows.add(ImportHeader.TITLES.subList(0, 6));
        for (int row = 0; row < 10_000; row++) {
            String year = String.valueOf(2026 + row / 1_000);
            rows.add(List.of("S" + row % 100, COUNTERS.get(row / 100 % 10), "", year, "", String.valueOf(row)));
        }

        ImportReport report = run(HQ, TableWriter.xlsx("目标", rows), false);

        assertThat(report.accepted()).isEqualTo(10_000);
        assertThat(Stream.of("S0", "S99").map(store -> planning.archive().ofStore(store, 2035)))
                .allSatisfy(plans -> assertThat(plans).hasSize(10));
    }
}

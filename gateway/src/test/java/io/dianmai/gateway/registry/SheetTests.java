package io.dianmai.gateway.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
import io.dianmai.gateway.SampleStore;
import io.dianmai.gateway.registry.SheetReport.Verdict;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.table.UnreadableTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What rows say, and which of them may change a store; p1 works at s1 in team t1. */
class SheetTests {
    private static final StorePublished S1 = SampleStore.of("s1", "north", "b1");
    private static final String STAFF = "门店编号,员工编号,姓名,岗位,战区编号,入职日期,离职日期\n";

    @Test
    void readsPeopleInChineseFromAGbkFile() throws Exception {
        byte[] gbk = (STAFF + "s1,p2,李四,销售顾问、展厅主管,t1,2026年3月1日,\n").getBytes(Charset.forName("GBK"));
        SheetRow row = SheetFile.read(Sheet.STAFF, new ByteArrayInputStream(gbk))
                .rows()
                .getFirst();

        assertThat(row.flaws()).isEmpty();
        assertThat(SheetJudge.apply(row, S1).verdict()).isEqualTo(Verdict.CREATED);
        assertThat(after(row, S1).staff())
                .contains(new StaffMember(
                        "p2",
                        "李四",
                        List.of(Role.SALES_CONSULTANT, Role.SHOWROOM_SUPERVISOR),
                        "t1",
                        null,
                        LocalDate.of(2026, 3, 1)));
    }

    @Test
    void keepsWhatTheFileHasNoColumnFor() throws Exception {
        SheetRow row = rows(Sheet.STAFF, "storeId,staffId,name,roles\ns1,p1,张三丰,SALES_MANAGER\n")
                .getFirst();

        assertThat(SheetJudge.apply(row, S1).verdict()).isEqualTo(Verdict.CHANGED);
        assertThat(after(row, S1).staff())
                .containsExactly(new StaffMember("p1", "张三丰", List.of(Role.SALES_MANAGER), "t1", null));
    }

    @Test
    void changesNothingByWhatIsThereAlready() throws Exception {
        SheetRow row = rows(Sheet.TEAMS, "门店编号,战区编号,战区名称\ns1,t1,一组\n").getFirst();
        assertThat(SheetJudge.apply(row, S1).verdict()).isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void makesAStoreThatIsOpenEveryDayUntilSomebodySaysOtherwise() throws Exception {
        SheetRow row = rows(
                        Sheet.STORES,
                        "storeId,name,regionId,regionName,brandId,brandName,tier,bays\ns2,城南店,north,北区,b1,品牌,高端,8\n")
                .getFirst();
        StorePublished made = after(row, null);

        assertThat(SheetJudge.apply(row, null).verdict()).isEqualTo(Verdict.CREATED);
        assertThat(made.tier()).isEqualTo(Tier.PREMIUM);
        assertThat(made.bays()).isEqualTo(8);
        assertThat(made.zone()).isEqualTo("Asia/Shanghai");
        assertThat(made.businessHours().week()).hasSize(7);
        StorePublished changed = after(row, SampleStore.of("s2", "north", "b1"));
        assertThat(changed.staff()).hasSize(1);
        assertThat(changed.parkingSpaces()).isEqualTo(40);
    }

    @Test
    void refusesWhatCannotBe() throws Exception {
        assertFlaw(STAFF + "s9,p2,李四,技师,,,\n", "storeId");
        assertFlaw(STAFF + "s1,p2,李四,技师,t9,,\n", "teamId");
        assertFlaw(STAFF + "s1,p2,李四,技师,,2026-03-02,2026-03-01\n", "leftOn");
        assertFlaw(STAFF + "s1,p2,李四,技师,,2026-02-30,\n", "startedOn");
        assertFlaw(STAFF + "s1,p 2,李四,技师,,,\n", "staffId");
        assertFlaw(STAFF + "s1,p2,李四,船长,,,\n", "roles");
        assertFlaw(STAFF + "s1,p2,,技师,,,\n", "name");
    }

    @Test
    void knowsNobodyTwice() throws Exception {
        List<SheetRow> rows =
                rows(Sheet.STAFF, STAFF + "s1,p2,李四,技师,,,\ns1,p2,王五,技师,,,\ns2,p2,李四,技师,,,\ns2,p1,张三,技师,,,\n");
        var judge = new SheetJudge(List.of(S1, SampleStore.of("s2", "north", "b1")));

        assertThat(rows).extracting(row -> judge.flaws(row).size()).containsExactly(0, 1, 1, 1);
    }

    @Test
    void letsSomebodyGoToAnotherStore() throws Exception {
        List<SheetRow> rows = rows(
                Sheet.STAFF, STAFF + "s1,p2,李四,技师,,,2026-03-01\ns2,p2,李四,技师,,2026-03-02,\ns3,p2,李四,技师,,2026-03-01,\n");
        var judge = new SheetJudge(List.of(S1));

        assertThat(rows).extracting(row -> judge.flaws(row).size()).containsExactly(0, 0, 1);
    }

    @Test
    void refusesOneRegionWithTwoNames() throws Exception {
        List<SheetRow> rows = rows(Sheet.STORES, """
            storeId,name,regionId,regionName,brandId,brandName,tier
            a,A,n,北区,b,牌,MID
            b,B,n,北方区,b,牌,MID
            c,C,n,北区,b,品牌,MID
            """);
        var judge = new SheetJudge(List.of());

        assertThat(rows.stream().flatMap(row -> judge.flaws(row).stream()))
                .extracting(Violation::pointer)
                .containsExactly("regionName", "brandName");
    }

    @Test
    void namesTitlesThatAreWrong() {
        assertThatThrownBy(() -> rows(Sheet.TEAMS, "门店编号,门店编号,别的\n"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.getBody().getDetail()).contains("twice", "别的", "战区编号"));
        assertThatThrownBy(() -> rows(Sheet.TEAMS, "")).isInstanceOf(ProblemException.class);
    }

    private static StorePublished after(SheetRow row, @Nullable StorePublished before) {
        return Objects.requireNonNull(SheetJudge.apply(row, before).store());
    }

    private static void assertFlaw(String file, String property) throws Exception {
        SheetRow row = rows(Sheet.STAFF, file).getFirst();
        List<Violation> flaws = row.flaws().isEmpty()
                ? SheetJudge.apply(row, row.storeId().equals("s1") ? S1 : null).violations()
                : row.flaws();
        assertThat(flaws)
                .as(file)
                .isNotEmpty()
                .allSatisfy(flaw -> assertThat(flaw.pointer()).endsWith(property));
    }

    private static List<SheetRow> rows(Sheet sheet, String csv) throws IOException, UnreadableTable {
        return SheetFile.read(sheet, new ByteArrayInputStream(csv.getBytes(UTF_8)))
                .rows();
    }
}

package io.dianmai.kpi.delivery.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kit.test.MutableClock;
import io.dianmai.kpi.delivery.Language;
import io.dianmai.kpi.delivery.Notice;
import io.dianmai.kpi.delivery.NoticeKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTests {
    private static final String STORE_NAME = "杭州西湖店";

    private final Wording wording = Told.wording();

    /** Whoever changes the words reads them all once more. */
    @Test
    void readsAsApproved() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Language language : Language.values()) {
            for (DeadlineKind kind : DeadlineKind.values()) {
                append(all, wording.write(List.of(Told.reminder("n1", kind, STORE_NAME)), language));
            }
            append(all, wording.write(List.of(Told.digest("n2", STORE_NAME)), language));
            append(all, wording.write(several(2), language));
        }

        try (InputStream approved = getClass().getResourceAsStream("/messages-approved.txt")) {
            assertThat(approved).isNotNull();
            assertThat(all.toString().strip())
                    .isEqualTo(new String(approved.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    private static void append(StringBuilder all, Message message) {
        all.append(message.title()).append('\n');
        message.lines().forEach(line -> all.append("  ").append(line).append('\n'));
        all.append('\n');
    }

    private static List<Notice> several(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i % 2 == 0
                        ? Told.reminder("n" + i, DeadlineKind.FOLLOW_UP, STORE_NAME)
                        : Told.digest("n" + i, STORE_NAME))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "-1500, 还有1天1小时到期, due in 1 day 1 hour",
        "-30, 还有30分钟到期, due in 30 minutes",
        "-1, 还有1分钟到期, due in 1 minute",
        "0, 已到期, due now",
        "1, 已超期1分钟, overdue by 1 minute",
        "60, 已超期1小时, overdue by 1 hour",
        "135, 已超期2小时15分钟, overdue by 2 hours 15 minutes",
        "2880, 已超期2天, overdue by 2 days",
        "2885, 已超期2天, overdue by 2 days"
    })
    void saysHowFarItIsFromDue(int minutes, String chinese, String english) {
        assertThat(new ChinesePhrases().when(Duration.ofMinutes(-minutes))).isEqualTo(chinese);
        assertThat(new EnglishPhrases().when(Duration.ofMinutes(-minutes))).isEqualTo(english);
        assertThat(new EnglishPhrases().when(Duration.ofMinutes(-minutes).minusSeconds(29)))
                .isEqualTo(english);
    }

    @Test
    void saysWhatIsTrueWhenItIsSent() {
        MutableClock clock = new MutableClock(Told.NOW);
        Wording later = Told.wording(clock);
        var soon = Told.fired(DeadlineKind.FOLLOW_UP, Duration.ofMinutes(-30), RungAction.NOTIFY);
        List<Notice> notice = List.of(Told.notice("n1", STORE_NAME, soon));
        assertThat(later.write(notice, Language.EN).title()).endsWith("due in 30 minutes");

        clock.advance(Duration.ofHours(9));

        assertThat(later.write(notice, Language.EN).title()).endsWith("overdue by 8 hours 30 minutes");
    }

    @Test
    void namesPeopleOfTheStoreByNameAndThoseAboveByRole() {
        assertThat(people(List.of("hz-xihu-a03", "hz-xihu-m01"), List.of(Role.SALES_MANAGER, Role.GROUP_HQ)))
                .isEqualTo("For: 王敏, hz-xihu-m01, group headquarters");
        assertThat(people(List.of(), List.of(Role.BRAND_DIRECTOR))).isEqualTo("For: brand director");
        assertThat(people(null, List.of(Role.SALES_MANAGER))).isEqualTo("For: sales manager");
        List<String> many = IntStream.range(0, 11).mapToObj(i -> "s" + i).toList();
        assertThat(people(many, List.of())).isEqualTo("For: s0, s1, s2, s3, s4, s5, s6, s7, 3 more");
    }

    private String people(@Nullable List<String> recipients, List<Role> audience) {
        ReminderFired any = Told.fired(DeadlineKind.FOLLOW_UP, Duration.ZERO, RungAction.NOTIFY);
        ReminderFired fired = new ReminderFired(
                any.kind(),
                any.aggregateId(),
                0,
                0,
                audience,
                recipients,
                null,
                any.action(),
                any.dueAt(),
                any.rungAt(),
                any.firedAt(),
                false,
                null);
        return wording.write(List.of(Told.notice("n1", STORE_NAME, fired)), Language.EN)
                .lines()
                .getLast();
    }

    @Test
    void marksATest() {
        Notice real = Told.reminder("n1", DeadlineKind.FOLLOW_UP, STORE_NAME);
        Notice test = new Notice(real.id(), NoticeKind.TEST, real.storeId(), STORE_NAME, real.at(), real.event());

        assertThat(wording.write(List.of(test), Language.ZH).title()).startsWith("【测试】");
    }

    @Test
    void aStoreCannotWriteLinesOfItsOwn() {
        Message message = wording.write(
                List.of(Told.reminder("n1", DeadlineKind.FOLLOW_UP, "店\r\nBcc: x@y.zz\n\u202e" + "长".repeat(500))),
                Language.ZH);

        assertThat(message.title()).doesNotContain("\r", "\n", "\u202e").hasSizeLessThanOrEqualTo(121);
        assertThat(message.lines()).allSatisfy(line -> assertThat(line).doesNotContain("\n"));
    }

    @Test
    void tellsHowManyDidNotFit() {
        Message full = wording.write(several(40), Language.ZH);

        Message fitting = full.within(1_000, WordingTests::bytes, count -> wording.more(count, Language.ZH));

        assertThat(bytes(fitting)).isLessThanOrEqualTo(1_000);
        int missing = full.lines().size() - (fitting.lines().size() - 1);
        assertThat(fitting.lines()).last().isEqualTo("……另有 " + missing + " 条");
        Message oneMore = full.within(1_200, WordingTests::bytes, count -> wording.more(count, Language.ZH));
        assertThat(oneMore.lines()).hasSizeGreaterThan(fitting.lines().size());
        assertThat(full.within(100_000, WordingTests::bytes, String::valueOf)).isEqualTo(full);
    }

    private static int bytes(Message message) {
        return (message.title() + String.join("\n", message.lines())).getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void previewsADraftWithoutKeepingIt() {
        var key = new TemplateKey(MessageSubject.of(DeadlineKind.FOLLOW_UP), Language.EN);
        var draft = MessageTemplate.check(new TemplateText("{store}!", List.of("{about}")), MessageShape.REMINDER);
        assertThat(draft).isInstanceOf(MessageTemplate.Checked.Good.class);
        MessageTemplate template = ((MessageTemplate.Checked.Good) draft).template();
        var samples = SampleNotices.of(key.subject(), Told.NOW);

        assertThat(wording.preview(samples, key, template).title()).isEqualTo("示例门店 Sample Store!");
        assertThat(wording.write(samples, Language.EN).title()).startsWith("Follow-up");
    }

    @Test
    void everySubjectHasASample() {
        assertThat(Told.shipped().templates()).hasSize(2 * 19).allSatisfy((key, shipped) -> {
            Message message = wording.preview(SampleNotices.of(key.subject(), Told.NOW), key, shipped);
            assertThat(message.title()).isNotBlank().doesNotContain("{");
            assertThat(message.lines()).isNotEmpty().noneMatch(line -> line.contains("{"));
        });
    }
}

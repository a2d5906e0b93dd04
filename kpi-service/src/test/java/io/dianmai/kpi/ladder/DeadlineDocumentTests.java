package io.dianmai.kpi.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.RungAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The ladders in {@code docs/deadlines.md} are those of the file. Run with {@code -Dapprove=true} they are written anew. */
class DeadlineDocumentTests {
    private static final Path DOCUMENT = Path.of("..", "docs", "deadlines.md");
    private static final Pattern TABLE = Pattern.compile("(<!-- ladders -->\n).*?(<!-- /ladders -->)", Pattern.DOTALL);
    private static final String HEAD = """

            | kind | scope | due after | rungs | put off for at most | actions it knows |
            |---|---|---|---|---|---|
            """;

    @Test
    void saysWhatTheFileSays() throws IOException {
        String before = Files.readString(DOCUMENT);
        assertThat(before).containsPattern(TABLE);
        String now = TABLE.matcher(before)
                .replaceFirst("$1"
                        + Matcher.quoteReplacement(table(LadderFile.shipped().ladders())) + "$2");

        if (Boolean.getBoolean("approve")) {
            Files.writeString(DOCUMENT, now);
        }
        assertThat(DOCUMENT)
                .as("docs/deadlines.md; run this test with -Dapprove=true and review the difference")
                .hasContent(now);
    }

    @Test
    void saysOfEachKindWhoStartsAndWhoStopsTheClock() throws IOException {
        String document = Files.readString(DOCUMENT);
        assertThat(DeadlineKind.values())
                .allSatisfy(kind -> assertThat(document).contains("\n| `" + kind + "` "));
    }

    private static String table(List<Ladder> ladders) {
        return ladders.stream().map(DeadlineDocumentTests::row).collect(Collectors.joining("", HEAD, "\n"));
    }

    private static String row(Ladder ladder) {
        return Stream.of(
                        '`' + ladder.kind().name() + '`',
                        ladder.scope().text(),
                        clock(ladder.clock()),
                        ladder.rungs().stream().map(DeadlineDocumentTests::rung).collect(Collectors.joining("<br>")),
                        words(ladder.longestSnooze()),
                        Arrays.stream(RungAction.values())
                                .filter(KindTerms.of(ladder.kind()).actions()::contains)
                                .map(Enum::name)
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String clock(ClockTerms clock) {
        if (clock.after().isEmpty()) {
            return "as the event says";
        }
        String after = clock.after().stream().map(DeadlineDocumentTests::words).collect(Collectors.joining(", "));
        return clock.every() == null ? after : after + ", then every " + words(clock.every());
    }

    private static String rung(Rung rung) {
        String sign = rung.offset().isPositive() ? "+" : "";
        Stream<String> owner = rung.owner() ? Stream.of("owner") : Stream.empty();
        String told = Stream.concat(owner, rung.audience().stream().map(DeadlineDocumentTests::words))
                .collect(Collectors.joining(", "));
        String act = rung.action() == RungAction.NOTIFY ? "" : " **" + rung.action() + "**";
        return sign + words(rung.offset()) + " " + told + act;
    }

    private static String words(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String words(Duration duration) {
        String sign = duration.isNegative() ? "−" : "";
        Duration size = duration.abs();
        if (size.isZero()) {
            return "0";
        }
        if (size.equals(Duration.ofDays(size.toDays()))) {
            return sign + size.toDays() + " d";
        }
        return size.equals(Duration.ofHours(size.toHours()))
                ? sign + size.toHours() + " h"
                : sign + size.toMinutes() + " min";
    }
}

package io.dianmai.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.contracts.fact.VehicleReceived;
import io.dianmai.contracts.fact.VisitReceived;
import io.dianmai.contracts.lead.VisitKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** HQ signs in, sees a fact move a number and a reminder arrive without touching the page, and changes its language. */
@ExtendWith(OnThePlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LivePageIT {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Pattern SOME = Pattern.compile("[1-9][0-9]*");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration MOVED = Duration.ofSeconds(2);
    private static final Duration PROMISED_IN = Duration.ofSeconds(5);
    private static final List<String> QUIETLY = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final RunningPlatform platform;
    /** Errors on the console, violations of the content policy among them, and what scripts threw. */
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

    LivePageIT(RunningPlatform platform) {
        this.platform = platform;
    }

    @Test
    void numbersMoveAndRemindersArriveByThemselves() {
        Path chromium = chromium();
        TestGroup group = TestGroup.register(platform, "page", 1);
        var sender = new FactSender(platform.door());
        sender.send(group.store(), fact(group, walkIn()));
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new LaunchOptions().setExecutablePath(chromium).setArgs(QUIETLY))) {
            Page page = open(browser);
            signIn(page);
            expectNumberToMove(page, group, sender);
            expectReminder(page, group, sender);
            expectBothLanguages(page);
        }
        assertThat(complaints).isEmpty();
    }

    private static Path chromium() {
        Path chromium = Path.of(System.getenv().getOrDefault("DIANMAI_CHROMIUM", "/usr/bin/chromium"));
        boolean there = Files.isExecutable(chromium);
        if (System.getenv("CI") != null) {
            assertThat(there)
                    .as("a browser at %s (or where DIANMAI_CHROMIUM says)", chromium)
                    .isTrue();
        }
        assumeTrue(there, "no Chromium at " + chromium + ": set DIANMAI_CHROMIUM to try the page");
        return chromium;
    }

    private Page open(Browser browser) {
        Page page = browser.newPage(
                new Browser.NewPageOptions().setViewportSize(1280, 900).setLocale("en"));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private void signIn(Page page) {
        page.navigate(platform.door().address("/").toString());
        page.waitForURL("**/login**");
        screenshot(page, "sign-in");
        page.fill("#username", "hq");
        page.fill("#password", platform.hqPassword());
        page.click("button[type=submit]");
        Waiting.timed(
                "the page shows numbers",
                () -> PlaywrightAssertions.assertThat(walkIns(page))
                        .hasAttribute("data-value", SOME, within(PATIENCE)));
    }

    private static void expectNumberToMove(Page page, TestGroup group, FactSender sender) {
        int before = Integer.parseInt(walkIns(page).getAttribute("data-value"));
        sender.send(group.store(), fact(group, walkIn()));
        Waiting.timed(
                "the number moves",
                () -> PlaywrightAssertions.assertThat(walkIns(page))
                        .hasAttribute("data-value", Integer.toString(before + 1), within(MOVED)));
    }

    private static void expectReminder(Page page, TestGroup group, FactSender sender) {
        Instant promised = Instant.now().plus(PROMISED_IN).truncatedTo(ChronoUnit.MILLIS);
        sender.send(
                group.store(),
                fact(group, new VehicleReceived("job", JobKind.MAINTENANCE, null, null, null, null, promised)));
        Locator reminder = page.locator("#reminders li")
                .filter(new Locator.FilterOptions().setHasText(group.store().storeId()))
                .first();
        Waiting.timed(
                "the reminder arrives",
                () -> reminder.waitFor(new Locator.WaitForOptions().setTimeout(millis(PROMISED_IN.plus(PATIENCE)))));
        screenshot(page, "live-zh");
    }

    private static void expectBothLanguages(Page page) {
        page.click("[data-language=en]");
        PlaywrightAssertions.assertThat(page.locator("#today")).hasText("The group today");
        screenshot(page, "live-en");
        page.click("[data-language=zh]");
        PlaywrightAssertions.assertThat(page.locator("#today")).hasText("今日集团");
    }

    private static Locator walkIns(Page page) {
        return page.locator("#tile-walkIns");
    }

    private static HasAttributeOptions within(Duration limit) {
        return new HasAttributeOptions().setTimeout(millis(limit));
    }

    private static double millis(Duration duration) {
        return (double) duration.toMillis();
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    private static StoreFact walkIn() {
        return new VisitReceived(UUID.randomUUID().toString(), VisitKind.WALK_IN, 2, true, null, null, null);
    }

    private static Fact fact(TestGroup group, StoreFact data) {
        return new Fact(
                UUID.randomUUID().toString(),
                group.store().storeId(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                data);
    }
}

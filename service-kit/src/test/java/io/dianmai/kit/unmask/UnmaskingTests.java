package io.dianmai.kit.unmask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.audit.AuditEntry;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.StoreScope;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.test.MemoryStore;
import io.dianmai.kit.test.MutableClock;
import io.dianmai.kit.unmask.Unmasking.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class UnmaskingTests {
    private static final Look LOOK = new Look("lead", "l1", "s1", List.of("phone"));
    private static final UnmaskRequest ASKED = new UnmaskRequest("他让打13800138000");

    private final MemoryStore store = new MemoryStore();
    private final List<AuditEntry> said = new ArrayList<>();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-03-10T01:59:59.999Z"));
    private final Unmasking unmasking =
            new Unmasking(said::add, new UnmaskQuota(store.mongo()), new UnmaskSettings(2), clock);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void showsWhatIsOnRecord() {
        var answer = unmasking.show(viewer("a1"), LOOK, ASKED, () -> "plain");

        assertThat(answer.getBody()).isEqualTo("plain");
        assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(said).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("lead.unmasked");
            assertThat(entry.objectId()).isEqualTo("l1");
            assertThat(entry.detail()).isEqualTo("fields: phone; reason: 他让打***");
        });
    }

    @Test
    void showsNothingThatCannotBePutOnRecord() {
        var untold = new Unmasking(
                _ -> {
                    throw new IllegalStateException("store is away");
                },
                new UnmaskQuota(store.mongo()),
                new UnmaskSettings(2),
                clock);
        List<String> opened = new ArrayList<>();

        assertThatThrownBy(() -> untold.show(viewer("a1"), LOOK, ASKED, () -> opened.add("plain")))
                .hasMessage("store is away");
        assertThat(opened).isEmpty();
    }

    @Test
    void endsWhenTheHoursLooksAreUsedUpAndGoesOnInTheNext() {
        unmasking.show(viewer("a1"), LOOK, ASKED, () -> "plain");
        unmasking.show(viewer("a1"), LOOK, ASKED, () -> "plain");

        assertThatThrownBy(() -> unmasking.show(viewer("a1"), LOOK, ASKED, () -> "plain"))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.getStatusCode().value()).isEqualTo(429);
                    assertThat(problem.getHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                            .isEqualTo("1");
                });
        assertThat(said).hasSize(2);
        unmasking.show(viewer("a2"), LOOK, ASKED, () -> "plain");
        clock.advance(Duration.ofMillis(1));
        unmasking.show(viewer("a1"), LOOK, ASKED, () -> "plain");
        assertThat(said).hasSize(4);
    }

    @Test
    void isForManagersAndForWhoeverOwnsIt() {
        List<Role> managers = List.of(Role.SALES_MANAGER);
        List<Role> owners = List.of(Role.SALES_CONSULTANT);

        Unmasking.requireMay(viewer("a1"), managers, owners, "a1");
        assertThatThrownBy(() -> Unmasking.requireMay(viewer("a1"), managers, owners, "a2"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Unmasking.requireMay(viewer("a1"), managers, owners, null))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Unmasking.requireMay(viewer("a1"), managers, List.of(), "a1"))
                .isInstanceOf(ProblemException.class);
    }

    private static Viewer viewer(String name) {
        return new Viewer(name, Set.of(Role.SALES_CONSULTANT), new StoreScope.Only(Set.of("s1")), name, null);
    }
}

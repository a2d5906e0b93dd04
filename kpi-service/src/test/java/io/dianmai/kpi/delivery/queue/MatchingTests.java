package io.dianmai.kpi.delivery.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.History;
import io.dianmai.kpi.delivery.ChannelKind;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Language;
import io.dianmai.kpi.delivery.Notice;
import io.dianmai.kpi.delivery.Samples;
import io.dianmai.kpi.delivery.TargetScope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MatchingTests {
    private static final Notice REMINDER = Samples.reminder("a", DeadlineKind.FOLLOW_UP);
    private static final Notice DIGEST = Samples.digest("b", DeadlineKind.FOLLOW_UP, DeadlineKind.LEAD_IDLE);
    private static final TargetScope GROUP = new TargetScope.Group();

    @Test
    void byTheScopeOfTheStore() {
        assertThat(matches(target(GROUP), REMINDER)).isTrue();
        assertThat(matches(target(new TargetScope.Store("S1")), REMINDER)).isTrue();
        assertThat(matches(target(new TargetScope.Store("S2")), REMINDER)).isFalse();
        assertThat(matches(target(new TargetScope.Brand("B1")), REMINDER)).isTrue();
        assertThat(matches(target(new TargetScope.Brand("B2")), REMINDER)).isFalse();
        assertThat(matches(target(new TargetScope.Region("R1")), REMINDER)).isTrue();
        assertThat(matches(target(new TargetScope.OfTier(Tier.MID)), REMINDER)).isTrue();
        assertThat(matches(target(new TargetScope.OfTier(Tier.PREMIUM)), REMINDER))
                .isFalse();
        assertThat(Matching.matches(target(new TargetScope.Brand("B1")), REMINDER, null))
                .isFalse();
        assertThat(Matching.matches(target(GROUP), REMINDER, null)).isTrue();
    }

    @Test
    void byKindsAndRolesOfThoseWhoHear() {
        assertThat(matches(target(Set.of(DeadlineKind.FOLLOW_UP), Set.of()), REMINDER))
                .isTrue();
        assertThat(matches(target(Set.of(DeadlineKind.LEAD_IDLE), Set.of()), REMINDER))
                .isFalse();
        assertThat(matches(target(Set.of(DeadlineKind.LEAD_IDLE), Set.of()), DIGEST))
                .isTrue();
        assertThat(matches(target(Set.of(), Set.of(Role.SALES_MANAGER)), REMINDER))
                .isTrue();
        assertThat(matches(target(Set.of(), Set.of(Role.GENERAL_MANAGER)), REMINDER))
                .isFalse();
        assertThat(matches(target(Set.of(), Set.of(Role.GENERAL_MANAGER)), DIGEST))
                .isTrue();
        assertThat(matches(target(Set.of(), Set.of(Role.SALES_CONSULTANT)), REMINDER))
                .isTrue();
        assertThat(matches(target(Set.of(), Set.of(Role.SALES_CONSULTANT)), DIGEST))
                .isFalse();
    }

    @Test
    void nothingFromBeforeTheTargetWasMade() {
        assertThat(matches(target(GROUP, Set.of(), Set.of(), Samples.NOW), REMINDER))
                .isTrue();
        assertThat(matches(target(GROUP, Set.of(), Set.of(), Samples.NOW.plusMillis(1)), REMINDER))
                .isFalse();
    }

    private static boolean matches(DeliveryTarget target, Notice notice) {
        return Matching.matches(target, notice, store());
    }

    private static @Nullable StorePublished store() {
        StorePublished store = History.published("S1", "Asia/Shanghai");
        var consultant = new StaffMember("A1", "A1", List.of(Role.SALES_CONSULTANT), null, null);
        return new StorePublished(
                store.storeId(),
                store.name(),
                store.regionId(),
                store.regionName(),
                store.brandId(),
                store.brandName(),
                store.tier(),
                store.zone(),
                store.bays(),
                store.parkingSpaces(),
                store.businessHours(),
                List.of(),
                List.of(consultant));
    }

    private static DeliveryTarget target(TargetScope scope) {
        return target(scope, Set.of(), Set.of(), Samples.NOW);
    }

    private static DeliveryTarget target(Set<DeadlineKind> kinds, Set<Role> roles) {
        return target(GROUP, kinds, roles, Samples.NOW);
    }

    private static DeliveryTarget target(
            TargetScope scope, Set<DeadlineKind> kinds, Set<Role> roles, Instant createdAt) {
        return new DeliveryTarget(
                "T", "T", ChannelKind.MAIL, scope, kinds, roles, Language.EN, null, "a@b.c", List.of(), createdAt);
    }
}

package io.dianmai.aftersales.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdvisersTests {
    private static final Advisers SHOP = new Advisers(
            true,
            Stream.of("zhao", "li", "wang")
                    .map(id -> new StaffMember(id, "顾问", List.of(Role.SERVICE_ADVISER), "t1", null))
                    .toList());

    @Test
    void dealsJobsEvenlyToAllButTheLeaver() {
        var dealt = IntStream.range(0, 300)
                .mapToObj(job -> SHOP.deal("job-" + job, "li").orElseThrow())
                .collect(Collectors.groupingBy(adviser -> adviser, Collectors.counting()));

        assertThat(dealt.keySet()).containsExactlyInAnyOrder("zhao", "wang");
        assertThat(dealt.values()).allMatch(jobs -> jobs > 100);
        assertThat(SHOP.deal("job-1", "li")).isEqualTo(SHOP.deal("job-1", "li"));
    }

    @Test
    void dealsNothingWhereNobodyElseIs() {
        var alone = new Advisers(true, SHOP.staff().subList(1, 2));

        assertThat(alone.deal("job-1", "li")).isEmpty();
        assertThat(alone.works("wang")).isFalse();
    }

    @Test
    void believesAnybodyNamedWhereNothingIsKnown() {
        var unknown = new Advisers(false, List.of());

        assertThat(unknown.works("wang")).isTrue();
        assertThat(unknown.teamOf("wang")).isNull();
    }
}

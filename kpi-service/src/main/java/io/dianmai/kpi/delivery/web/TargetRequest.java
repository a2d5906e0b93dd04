package io.dianmai.kpi.delivery.web;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.delivery.ChannelKind;
import io.dianmai.kpi.delivery.Language;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A target as somebody wants it.
 *
 * @param scope {@code group}, {@code region:<id>}, {@code brand:<id>}, {@code tier:mid|premium} or {@code store:<id>}
 * @param kinds absent or empty for all
 * @param roles absent or empty for all
 * @param address absent in a change: it stays
 * @param secret absent: it stays, and for a new target one is made where the channel needs one
 */
record TargetRequest(
        @NotBlank @Size(max = 100) String name,
        @NotNull ChannelKind channel,
        @NotBlank @Size(max = 200) String scope,
        @Nullable Set<DeadlineKind> kinds,
        @Nullable Set<Role> roles,
        @Nullable Language language,
        @Nullable @Valid Quiet quietHours,
        @Nullable @Size(max = 2000) String address,
        @Nullable @Size(max = 500) String secret) {

    /**
     * Quiet hours.
     *
     * @param zone absent for Asia/Shanghai
     * @param evenThen kinds that are told all the same; absent for none
     */
    record Quiet(
            @NotNull LocalTime from,
            @NotNull LocalTime to,
            @Nullable String zone,
            @Nullable Set<DeadlineKind> evenThen) {}
}

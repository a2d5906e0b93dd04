package io.dianmai.kpi.delivery.web;

import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kpi.delivery.Channel;
import io.dianmai.kpi.delivery.ChannelKind;
import io.dianmai.kpi.delivery.Channels;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Language;
import io.dianmai.kpi.delivery.QuietHours;
import io.dianmai.kpi.delivery.TargetScope;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes targets of what was asked for, or says what is wrong with it. */
@Component
class TargetDrafts {
    private final Channels channels;

    TargetDrafts(Channels channels) {
        this.channels = channels;
    }

    /** A new target. */
    DeliveryTarget of(TargetRequest request, Instant now) {
        Channel channel = channel(request.channel());
        if (request.address() == null || request.address().isBlank()) {
            throw invalid("/address", "Is needed.");
        }
        List<String> secrets =
                request.secret() == null ? channel.newSecret().stream().toList() : List.of(request.secret());
        return checked(channel, draft(request, UUID.randomUUID().toString(), request.address(), secrets, now));
    }

    /** A target after a change. */
    DeliveryTarget changed(DeliveryTarget present, TargetRequest request) {
        if (request.channel() != present.channel()) {
            throw invalid("/channel", "Stays as it is: make another target for another channel.");
        }
        String address = Objects.requireNonNullElse(request.address(), present.address());
        List<String> secrets = request.secret() == null ? present.secrets() : List.of(request.secret());
        return checked(channel(request.channel()), draft(request, present.id(), address, secrets, present.createdAt()));
    }

    /** A new secret for a target whose channel makes them. */
    String newSecret(DeliveryTarget present) {
        return channel(present.channel()).newSecret().orElseThrow(TargetProblems::noSecret);
    }

    /** The target with another secret. */
    static DeliveryTarget withSecret(DeliveryTarget present, String secret) {
        return new DeliveryTarget(
                present.id(),
                present.name(),
                present.channel(),
                present.scope(),
                present.kinds(),
                present.roles(),
                present.language(),
                present.quietHours(),
                present.address(),
                List.of(secret),
                present.createdAt());
    }

    private Channel channel(ChannelKind kind) {
        return channels.find(kind).orElseThrow(TargetProblems::channelMissing);
    }

    private static DeliveryTarget checked(Channel channel, DeliveryTarget draft) {
        channel.objection(draft).ifPresent(objection -> {
            throw TargetProblems.of(objection);
        });
        return draft;
    }

    private static DeliveryTarget draft(
            TargetRequest request, String id, String address, List<String> secrets, Instant createdAt) {
        return new DeliveryTarget(
                id,
                request.name().strip(),
                request.channel(),
                TargetScope.parse(request.scope())
                        .orElseThrow(() -> invalid(
                                "/scope",
                                "Must be group, region:<id>, brand:<id>, tier:mid, tier:premium or store:<id>.")),
                Objects.requireNonNullElse(request.kinds(), Set.of()),
                Objects.requireNonNullElse(request.roles(), Set.of()),
                Objects.requireNonNullElse(request.language(), Language.ZH),
                quietHours(request.quietHours()),
                address,
                secrets,
                createdAt);
    }

    private static @Nullable QuietHours quietHours(TargetRequest.@Nullable Quiet quiet) {
        if (quiet == null) {
            return null;
        }
        if (quiet.from().equals(quiet.to())) {
            throw invalid("/quietHours/to", "Must differ from the beginning: without an end nothing would be told.");
        }
        return new QuietHours(
                quiet.from(), quiet.to(), zone(quiet.zone()), Objects.requireNonNullElse(quiet.evenThen(), Set.of()));
    }

    private static ZoneId zone(@Nullable String zone) {
        try {
            return zone == null ? StoreReplica.DEFAULT_ZONE : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw invalid("/quietHours/zone", "Must be a time zone such as Asia/Shanghai.");
        }
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemException.invalid(List.of(new Violation(pointer, detail)));
    }
}

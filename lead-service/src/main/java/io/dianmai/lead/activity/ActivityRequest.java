package io.dianmai.lead.activity;

import io.dianmai.contracts.Fen;
import io.dianmai.contracts.lead.ActivityPhase;
import io.dianmai.contracts.lead.ActivityPlan;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.lead.activity.ActivityCommand.Booking;
import io.dianmai.lead.activity.ActivityCommand.Cancellation;
import io.dianmai.lead.activity.ActivityCommand.Move;
import io.dianmai.lead.activity.ActivityCommand.Replanning;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Body of a request about an activity; its time is now unless told. */
sealed interface ActivityRequest {
    @Nullable
    Instant time();

    /** What the activity is to be, as in {@link ActivityPlan}. */
    record Plan(
            @NotBlank @Size(max = 200) String name,
            @NotNull LocalDate mainFrom,
            @NotNull LocalDate mainTo,
            @PositiveOrZero @Max(Fen.MAX) long budget,
            @PositiveOrZero @Max(1000000) int targetLeads,
            @PositiveOrZero @Max(1000000) int targetOrders) {
        ActivityPlan plan() {
            return new ActivityPlan(name, mainFrom, mainTo, budget, targetLeads, targetOrders);
        }
    }

    /** @param activityId the store's own id of it, as leads name it */
    @Schema(example = """
            {"storeId":"hz-xihu","activityId":"spring-show","plan":{"name":"春季车展","mainFrom":"2026-04-11",
             "mainTo":"2026-04-13","budget":8000000,"targetLeads":120,"targetOrders":15}}""")
    record New(
            @NotBlank @Size(max = 100) String storeId,
            @NotBlank @Size(max = 100) String activityId,
            @NotNull @Valid Plan plan,
            @Nullable Instant time)
            implements ActivityRequest {}

    @Schema(example = """
            {"plan":{"name":"春季车展","mainFrom":"2026-04-11","mainTo":"2026-04-14","budget":9000000,
             "targetLeads":140,"targetOrders":18}}""")
    record Replan(@NotNull @Valid Plan plan, @Nullable Instant time) implements ActivityRequest {
        Replanning asked() {
            return new Replanning(plan.plan());
        }
    }

    @Schema(example = "{\"phase\":\"MAIN\"}")
    record Enter(@NotNull ActivityPhase phase, @Nullable Instant time) implements ActivityRequest {
        Move asked() {
            return new Move(phase);
        }
    }

    @Schema(example = "{}")
    record Cancel(@Nullable Instant time) implements ActivityRequest {
        Cancellation asked() {
            return new Cancellation();
        }
    }

    /**
     * @param costRef the store system's own id of the cost: each is booked once
     * @param amount in fen; negative to take some back
     * @param channel the channel that the money went to, where that is to be told
     */
    @Schema(example = "{\"costRef\":\"FP-2203\",\"amount\":3500000,\"channel\":\"EVENT\"}")
    record Book(
            @NotBlank @Size(max = 100) String costRef,
            @Min(-Fen.MAX) @Max(Fen.MAX) long amount,
            @Nullable Channel channel,
            @Nullable Instant time)
            implements ActivityRequest {
        Booking asked() {
            return new Booking(costRef, channel, amount);
        }
    }

    /** As {@link Book}, for what was spent on a channel beside activities. */
    @Schema(example = "{\"storeId\":\"hz-xihu\",\"channel\":\"WEB\",\"costRef\":\"FP-2204\",\"amount\":1200000}")
    record BookChannel(
            @NotBlank @Size(max = 100) String storeId,
            @NotNull Channel channel,
            @NotBlank @Size(max = 100) String costRef,
            @Min(-Fen.MAX) @Max(Fen.MAX) long amount,
            @Nullable Instant time)
            implements ActivityRequest {
        Booking asked() {
            return new Booking(costRef, channel, amount);
        }
    }
}

package io.dianmai.lead.lead;

import io.dianmai.contracts.Fen;
import io.dianmai.contracts.lead.GradingCriterion;
import io.dianmai.contracts.lead.Level;
import io.dianmai.contracts.lead.LossReason;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Body of a request that changes a lead. */
sealed interface LeadRequest {
    /** When it happened; now unless told. */
    @Nullable
    Instant time();

    LeadCommand.Change change();

    record Assign(
            @NotBlank @Size(max = 100) String advisorId,
            @Nullable Instant time,
            @Nullable @Size(max = 500) String note,
            @Nullable Boolean overCapacity)
            implements LeadRequest {
        @Override
        public LeadCommand.Change change() {
            return new LeadCommand.Assignment(advisorId, note, Boolean.TRUE.equals(overCapacity));
        }
    }

    record Recall(
            @Nullable Instant time,
            @Nullable @Size(max = 500) String note) implements LeadRequest {
        @Override
        public LeadCommand.Change change() {
            return new LeadCommand.Recall(note);
        }
    }

    record Grade(
            @Nullable @Size(max = 20) List<@NotNull GradingCriterion> criteria,
            @Nullable Level level,
            @Nullable @Size(max = 500) String reason,
            @Nullable Instant time)
            implements LeadRequest {
        @Override
        public LeadCommand.Change change() {
            return new LeadCommand.Assessment(criteria == null ? List.of() : criteria, level, reason);
        }
    }

    record DriveTest(
            @NotBlank @Size(max = 100) String model,
            @NotNull Instant startedAt,
            @NotNull Instant endedAt,
            @Nullable Instant time)
            implements LeadRequest {
        @Override
        public LeadCommand.Change change() {
            return new LeadCommand.TestDrive(model, startedAt, endedAt);
        }
    }

    record SignOrder(
            @NotBlank @Size(max = 100) String orderRef,
            @NotBlank @Size(max = 100) String model,
            @Positive @Max(Fen.MAX) long price,
            @PositiveOrZero @Max(Fen.MAX) long deposit,
            boolean financed,
            @Nullable Instant expectedDelivery,
            @Nullable Instant expectedPayment,
            @Nullable Instant time)
            implements LeadRequest {
        @Override
        public LeadCommand.Change change() {
            return new LeadCommand.Order(orderRef, model, price, deposit, financed, expectedDelivery, expectedPayment);
        }
    }

    record CancelOrder(
            @NotBlank @Size(max = 100) String orderRef,
            @Nullable @Size(max = 500) String reason,
            @Nullable Instant time)
            implements LeadRequest {
        @Override
        public LeadCommand.Change change() {
            return new LeadCommand.Cancellation(orderRef, reason);
        }
    }

    record Deliver(
            @NotBlank @Size(max = 100) String orderRef,
            @Min(-Fen.MAX) @Max(Fen.MAX) long grossProfit,
            @PositiveOrZero @Max(Fen.MAX) long accessoryRevenue,
            boolean newEnergy,
            boolean flagship,
            boolean insured,
            @PositiveOrZero @Max(36500) int stockAgeDays,
            @Nullable Instant time)
            implements LeadRequest {
        @Override
        public LeadCommand.Change change() {
            return new LeadCommand.Delivery(
                    orderRef, grossProfit, accessoryRevenue, newEnergy, flagship, insured, stockAgeDays);
        }
    }

    record Lose(
            @NotNull LossReason reason,
            @Nullable @Size(max = 100) String competitorModel,
            @Nullable Instant time) implements LeadRequest {
        @Override
        public LeadCommand.Change change() {
            return new LeadCommand.Loss(reason, competitorModel);
        }
    }
}

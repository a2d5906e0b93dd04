package io.dianmai.contracts.lead;

import io.dianmai.contracts.Fen;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants, as the A card (意向客户卡) has it. What is absent is not known.
 *
 * @param budgetFrom in fen
 * @param budgetTo in fen
 * @param tradeIn 置换: whether a vehicle is to be traded in
 * @param tradeInModel that vehicle
 * @param competitors models of other makers that the customer looks at
 */
public record Interest(
        @Nullable @Size(max = 100) String model,
        @Nullable @Size(max = 50) String colour,
        @Nullable @PositiveOrZero @Max(Fen.MAX) Long budgetFrom,
        @Nullable @PositiveOrZero @Max(Fen.MAX) Long budgetTo,
        @Nullable PaymentMethod payment,
        @Nullable Boolean tradeIn,
        @Nullable @Size(max = 100) String tradeInModel,
        @Nullable DecisionMaker decisionMaker,
        @Nullable Urgency urgency,
        @Nullable PurchaseTime purchaseTime,
        @Nullable @Size(max = 10) List<@NotBlank @Size(max = 100) String> competitors) {
    /** Nothing is known. */
    public static final Interest UNKNOWN =
            new Interest(null, null, null, null, null, null, null, null, null, null, null);

    public Interest {
        competitors = competitors == null ? null : List.copyOf(competitors);
    }
}

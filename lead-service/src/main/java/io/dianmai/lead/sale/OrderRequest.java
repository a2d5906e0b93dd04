package io.dianmai.lead.sale;

import io.dianmai.contracts.Fen;
import io.dianmai.contracts.lead.OrderTerms;
import io.dianmai.lead.lead.LeadCommand;
import io.dianmai.lead.lead.SaleCommand.Expectation;
import io.dianmai.lead.lead.SaleCommand.OrderChange;
import io.dianmai.lead.lead.SaleCommand.Payment;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Body of a request that is about an order. Amounts are in fen. */
sealed interface OrderRequest {
    /** When it happened; now unless told. */
    @Nullable
    Instant time();

    @Schema(example = """
            {"orderRef":"SO-1","model":"Yunhai X5","price":14880000,"deposit":500000,"financed":true,
             "expectedDelivery":"2026-03-28T02:00:00Z","expectedPayment":"2026-03-25T02:00:00Z",
             "terms":{"discount":600000,"financedAmount":9000000,"instalments":36,"stockVehicleRef":"KC-0214"}}""")
    record Sign(
            @NotBlank @Size(max = 100) String orderRef,
            @NotBlank @Size(max = 100) String model,
            @Positive @Max(Fen.MAX) long price,
            @PositiveOrZero @Max(Fen.MAX) long deposit,
            boolean financed,
            @Nullable Instant expectedDelivery,
            @Nullable Instant expectedPayment,
            @Nullable @Valid OrderTerms terms,
            @Nullable Instant time)
            implements OrderRequest {
        LeadCommand asked() {
            return new LeadCommand.Order(
                    orderRef, model, price, deposit, financed, expectedDelivery, expectedPayment, terms);
        }
    }

    record Cancel(
            @NotBlank @Size(max = 100) String orderRef,
            @Nullable @Size(max = 500) String reason,
            @Nullable Instant time)
            implements OrderRequest {
        LeadCommand asked() {
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
            @Nullable @Size(max = 100) String stockVehicleRef,
            @Nullable Instant time)
            implements OrderRequest {
        LeadCommand asked() {
            return new LeadCommand.Delivery(
                    orderRef,
                    grossProfit,
                    accessoryRevenue,
                    newEnergy,
                    flagship,
                    insured,
                    stockAgeDays,
                    stockVehicleRef);
        }
    }

    /**
     * What is absent stays.
     *
     * @param unknown of what no time is known any more
     */
    @Schema(example = """
            {"expectedPayment":"2026-04-02T02:00:00Z","unknown":["DELIVERY"]}""")
    record Expect(
            @Nullable Instant expectedDelivery,
            @Nullable Instant expectedPayment,
            @Nullable @Size(max = 2) Set<@NotNull Expectation> unknown,
            @Nullable Instant time)
            implements OrderRequest {
        LeadCommand asked(String orderRef) {
            return new OrderChange(orderRef, expectedDelivery, expectedPayment, unknown == null ? Set.of() : unknown);
        }
    }

    /** {@code amount} is negative when money is given back. */
    @Schema(example = """
            {"paymentRef":"P-1","amount":9000000}""")
    record Pay(
            @NotBlank @Size(max = 100) String paymentRef,
            @Min(-Fen.MAX) @Max(Fen.MAX) long amount,
            @Nullable Instant time)
            implements OrderRequest {
        LeadCommand asked(String orderRef, boolean stated) {
            return new Payment(orderRef, paymentRef, amount, stated);
        }
    }
}

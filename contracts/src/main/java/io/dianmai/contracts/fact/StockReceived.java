package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.Fen;
import io.dianmai.contracts.Personal;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 入库: a vehicle is in stock.
 *
 * @param vehicleRef the store system's own id of it
 * @param cost in fen
 * @param agedFrom when it came into the stock of the group; the fact's time if it is absent
 */
@EventType("dianmai.fact.stock-received.v1")
public record StockReceived(
        @NotBlank @Size(max = 100) String vehicleRef,
        @NotBlank @Size(max = 100) String model,
        @Nullable @Size(max = 50) String colour,

        @Personal(Personal.Kind.VIN) @Nullable @Size(max = 40)
        String vin,

        @PositiveOrZero @Max(Fen.MAX) long cost,
        boolean newEnergy,
        boolean flagship,
        @Nullable Instant agedFrom)
        implements StoreFact {}

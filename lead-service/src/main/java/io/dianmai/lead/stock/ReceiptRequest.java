package io.dianmai.lead.stock;

import io.dianmai.contracts.Fen;
import io.dianmai.contracts.Personal.Kind;
import io.dianmai.contracts.lead.StockVehicle;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.personal.SealedText;
import io.dianmai.lead.stock.VehicleCommand.Receipt;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Body of a request that takes a vehicle into stock.
 *
 * @param vehicleRef the store system's own id of it
 * @param cost in fen
 * @param newEnergy 新能源; not, if it is absent
 * @param flagship 旗舰车型; not, if it is absent
 * @param agedFrom when it came into the stock of the group; when it was received, if it is absent
 */
@Schema(example = """
        {"storeId":"hz-xihu","vehicleRef":"KC-2087","model":"Yunhai X5","colour":"雪域白","vin":"LSVAA4187N2000017",
         "cost":13200000,"agedFrom":"2026-01-05T02:00:00Z"}""")
record ReceiptRequest(
        @NotBlank @Size(max = 100) String storeId,
        @NotBlank @Size(max = 100) String vehicleRef,
        @NotBlank @Size(max = 100) String model,
        @Nullable @Size(max = 50) String colour,
        @Nullable @Size(max = 40) String vin,
        @PositiveOrZero @Max(Fen.MAX) long cost,
        @Nullable Boolean newEnergy,
        @Nullable Boolean flagship,
        @Nullable Instant agedFrom,
        @Nullable Instant time) {

    @Nullable
    SealedText sealed(PersonalDataSealer sealer) {
        return vin == null ? null : sealer.sealAt("/vin", Kind.VIN, vin);
    }

    Receipt receipt(@Nullable SealedText sealedVin) {
        var vehicle = new StockVehicle(
                vehicleRef,
                model,
                colour,
                sealedVin == null ? null : sealedVin.masked(),
                Boolean.TRUE.equals(newEnergy),
                Boolean.TRUE.equals(flagship));
        return new Receipt(vehicle, cost, agedFrom, sealedVin == null ? null : sealedVin.text());
    }
}

package io.dianmai.lead.stock;

import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.GivenCommands;
import io.dianmai.lead.export.Export;
import io.dianmai.lead.export.Export.Field;
import io.dianmai.lead.export.ExportWriter;
import io.dianmai.lead.lead.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of vehicles as a file, VINs masked as the list has them; money in yuan, as imports have it. */
@RestController
@Tag(name = "Exports")
class VehicleExport {
    private static final int FEN_DIGITS = 2;

    private final Vehicles vehicles;
    private final StoreReplica stores;
    private final GivenCommands commands;
    private final ExportWriter writer;

    VehicleExport(Vehicles vehicles, StoreReplica stores, GivenCommands commands, ExportWriter writer) {
        this.vehicles = vehicles;
        this.stores = stores;
        this.commands = commands;
        this.writer = writer;
    }

    @GetMapping("/api/exports/vehicles.{format}")
    @Operation(
            summary = "The list of vehicles as xlsx or csv, with the filters of the list; at most 100,000 rows",
            description = "The longest in stock first; VINs masked, money in yuan.")
    void export(
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @Nullable String vehicleRef,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String colour,
            @RequestParam(required = false) @Nullable StockState state,
            @RequestParam(required = false) @PositiveOrZero @Max(36500) @Nullable Integer minAgeDays,
            @RequestParam(required = false) @Nullable Boolean clash,
            @RequestParam(defaultValue = "zh") String lang,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        Access.READ.require(viewer);
        Instant now = commands.now();
        var zone = storeId == null ? StoreReplica.DEFAULT_ZONE : stores.zone(storeId);
        Instant agedBefore = minAgeDays == null ? null : StockAge.arrivedBefore(now, minAgeDays, zone);
        var filter = new VehicleFilter(storeId, vehicleRef, model, colour, state, agedBefore, clash);
        var wanted = filter.within(viewer, VehicleFilter.paging(null, null, null));
        var export = new Export<>(
                "vehicles", "库存车辆", fields(now), most -> vehicles.count(wanted, most), () -> vehicles.stream(wanted));
        writer.write(export, format, lang, response);
    }

    private static List<Field<Vehicle>> fields(Instant now) {
        return List.of(
                new Field<>("id", "系统编号", (vehicle, _) -> vehicle.id()),
                new Field<>("store", "门店", (vehicle, _) -> vehicle.storeId()),
                of("reference", "车辆编号", vehicle -> vehicle.vehicle().reference()),
                of("model", "车型", vehicle -> vehicle.vehicle().model()),
                of("colour", "颜色", vehicle -> vehicle.vehicle().colour()),
                of("vin", "车架号", vehicle -> vehicle.vehicle().vin()),
                of("new energy", "新能源", vehicle -> vehicle.vehicle().newEnergy()),
                of("flagship", "旗舰车型", vehicle -> vehicle.vehicle().flagship()),
                of("state", "状态", vehicle -> vehicle.state().name()),
                of("cost", "进价", vehicle -> BigDecimal.valueOf(vehicle.cost(), FEN_DIGITS)),
                new Field<>(
                        "aged from",
                        "入库日期",
                        (vehicle, zone) ->
                                vehicle.state().agedFrom().atZone(zone).toLocalDate()),
                new Field<>(
                        "age days",
                        "库龄",
                        (vehicle, zone) -> VehicleView.of(vehicle, now, zone).ageDays()),
                of("order reference", "订单编号", VehicleExport::order),
                of("from store", "调入自", Vehicle::fromStoreId),
                of("to store", "调往", vehicle -> vehicle.standing().toStoreId()));
    }

    private static @Nullable Object order(Vehicle vehicle) {
        Wanted order = vehicle.standing().allocated();
        return order == null ? null : order.orderId();
    }

    private static Field<Vehicle> of(String en, String zh, Function<Vehicle, @Nullable Object> value) {
        return new Field<>(en, zh, (vehicle, _) -> value.apply(vehicle.state()));
    }
}

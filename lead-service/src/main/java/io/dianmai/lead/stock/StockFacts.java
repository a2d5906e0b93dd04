package io.dianmai.lead.stock;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.fact.StockAllocated;
import io.dianmai.contracts.fact.StockReceived;
import io.dianmai.contracts.fact.StockReleased;
import io.dianmai.contracts.fact.StockSold;
import io.dianmai.contracts.fact.StockTransferred;
import io.dianmai.contracts.lead.StockVehicle;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.personal.SealedText;
import io.dianmai.lead.lead.Leads;
import io.dianmai.lead.stock.VehicleCommand.Allocation;
import io.dianmai.lead.stock.VehicleCommand.Receipt;
import io.dianmai.lead.stock.VehicleCommand.Release;
import io.dianmai.lead.stock.VehicleCommand.Sale;
import io.dianmai.lead.stock.VehicleCommand.Transfer;
import org.springframework.stereotype.Component;

/** What store systems state of their stock, as the commands that people give too. */
@Component
public class StockFacts {
    private final Vehicles vehicles;
    private final Leads leads;
    private final StoreReplica stores;

    StockFacts(Vehicles vehicles, Leads leads, StoreReplica stores) {
        this.vehicles = vehicles;
        this.leads = leads;
        this.stores = stores;
    }

    public Outcome<?> on(Envelope<?> event, StockReceived fact) {
        var vehicle = new StockVehicle(
                fact.vehicleRef(),
                fact.model(),
                fact.colour(),
                SealedText.maskOf(fact.vin()),
                fact.newEnergy(),
                fact.flagship());
        return carryOut(event, fact.vehicleRef(), new Receipt(vehicle, fact.cost(), fact.agedFrom(), fact.vin()));
    }

    public Outcome<?> on(Envelope<?> event, StockAllocated fact) {
        String leadRef = fact.leadRef();
        String leadId = leadRef == null ? null : leads.idOf(event.storeId(), leadRef);
        return carryOut(event, fact.vehicleRef(), new Allocation(fact.orderRef(), leadId));
    }

    public Outcome<?> on(Envelope<?> event, StockReleased fact) {
        return carryOut(event, fact.vehicleRef(), new Release());
    }

    public Outcome<?> on(Envelope<?> event, StockSold fact) {
        return carryOut(event, fact.vehicleRef(), new Sale(fact.orderRef(), true));
    }

    public Outcome<?> on(Envelope<?> event, StockTransferred fact) {
        boolean known = stores.find(fact.toStoreId()).isPresent();
        return carryOut(event, fact.vehicleRef(), new Transfer(fact.toStoreId(), known));
    }

    private Outcome<Vehicle> carryOut(Envelope<?> event, String reference, VehicleCommand asked) {
        return vehicles.carryOut(Vehicles.idOf(event.storeId(), reference), Command.of(event), asked);
    }
}

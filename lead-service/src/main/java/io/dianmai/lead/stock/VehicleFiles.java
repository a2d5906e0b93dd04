package io.dianmai.lead.stock;

import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.customer.Customer;
import io.dianmai.kit.customer.CustomerFiles;
import io.dianmai.kit.customer.HeldFile;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.personal.SealedText;
import io.dianmai.lead.lead.Leads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Vehicles that were sold to a customer: then their VIN is the customer's. In stock it is nobody's. */
@Component
class VehicleFiles implements CustomerFiles {
    private final Vehicles vehicles;
    private final NamedVehicles named;
    private final Leads leads;
    private final PersonalDataSealer sealer;

    VehicleFiles(Vehicles vehicles, NamedVehicles named, Leads leads, PersonalDataSealer sealer) {
        this.vehicles = vehicles;
        this.named = named;
        this.leads = leads;
        this.sealer = sealer;
    }

    @Override
    public List<HeldFile> export(Customer customer) {
        return of(customer).stream().map(this::opened).toList();
    }

    private HeldFile opened(Stored<Vehicle> vehicle) {
        Map<String, Object> content = new LinkedHashMap<>();
        String sealed = vehicle.state().sealedVin();
        if (sealed != null) {
            content.put("vin", sealer.unseal(SealedText.parse(sealed)));
        }
        content.put("model", vehicle.state().vehicle().model());
        return new HeldFile("vehicle", vehicle.id(), vehicle.storeId(), content);
    }

    @Override
    public int erase(Customer customer) {
        int erased = 0;
        for (Stored<Vehicle> vehicle : of(customer)) {
            erased += vehicles.erase(vehicle.id()) ? 1 : 0;
        }
        return erased;
    }

    private List<Stored<Vehicle>> of(Customer customer) {
        Map<String, Stored<Vehicle>> found = new LinkedHashMap<>();
        List<Stored<Vehicle>> all = new ArrayList<>();
        leads.find(customer.leadIds())
                .forEach(lead -> named.find(NamedVehicles.byLead(lead.storeId(), lead.id())).stream()
                        .flatMap(id -> vehicles.find(id).stream())
                        .filter(vehicle -> isSoldTo(vehicle.state(), lead.id()))
                        .forEach(all::add));
        customer.vinHashes().forEach(hash -> all.addAll(vehicles.soldWithVin(hash)));
        all.stream()
                .filter(vehicle -> customer.isAt(vehicle.storeId()))
                .forEach(vehicle -> found.put(vehicle.id(), vehicle));
        return List.copyOf(found.values());
    }

    private static boolean isSoldTo(Vehicle vehicle, String leadId) {
        Wanted buyer = vehicle.standing().allocated();
        return vehicle.state() == StockState.SOLD && buyer != null && leadId.equals(buyer.leadId());
    }
}

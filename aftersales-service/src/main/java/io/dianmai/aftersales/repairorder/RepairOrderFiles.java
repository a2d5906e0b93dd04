package io.dianmai.aftersales.repairorder;

import io.dianmai.aftersales.personal.OpenedPlates;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.customer.Customer;
import io.dianmai.kit.customer.CustomerFiles;
import io.dianmai.kit.customer.HeldFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is on file under a customer's plates. */
@Component
class RepairOrderFiles implements CustomerFiles {
    private final RepairOrders orders;
    private final OpenedPlates plates;

    RepairOrderFiles(RepairOrders orders, OpenedPlates plates) {
        this.orders = orders;
        this.plates = plates;
    }

    @Override
    public List<HeldFile> export(Customer customer) {
        return of(customer).stream().map(this::opened).toList();
    }

    private HeldFile opened(Stored<RepairOrder> order) {
        Map<String, Object> content = new LinkedHashMap<>();
        String plate = plates.open(order.state().plate());
        if (plate != null) {
            content.put("plate", plate);
        }
        content.put("onFile", RepairOrderView.of(order));
        return new HeldFile("repair-order", order.id(), order.storeId(), content);
    }

    @Override
    public int erase(Customer customer) {
        int erased = 0;
        for (Stored<RepairOrder> order : of(customer)) {
            erased += orders.erase(order.id()) ? 1 : 0;
        }
        return erased;
    }

    private List<Stored<RepairOrder>> of(Customer customer) {
        return customer.plateHashes().stream()
                .flatMap(hash -> orders.ofPlate(hash).stream())
                .filter(order -> customer.isAt(order.storeId()))
                .filter(order -> !order.state().openedAt().isAfter(customer.until()))
                .toList();
    }
}

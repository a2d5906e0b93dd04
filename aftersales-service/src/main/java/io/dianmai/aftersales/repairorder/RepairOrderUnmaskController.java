package io.dianmai.aftersales.repairorder;

import io.dianmai.aftersales.AfterSalesAccess;
import io.dianmai.aftersales.personal.OpenedPlates;
import io.dianmai.aftersales.personal.OpenedPlates.OpenedPlate;
import io.dianmai.aftersales.personal.OpenedPlates.Subject;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.unmask.UnmaskRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 查看明文: the vehicle of a repair order. */
@RestController
@Tag(name = "Repair orders")
class RepairOrderUnmaskController {
    private final RepairOrders orders;
    private final OpenedPlates plates;

    RepairOrderUnmaskController(RepairOrders orders, OpenedPlates plates) {
        this.orders = orders;
        this.plates = plates;
    }

    @PostMapping("/api/repair-orders/{id}/unmask")
    @Operation(
            summary = "The plate in clear",
            description = "For the service adviser whose job it is and for managers of its store, with a reason. Each"
                    + " look is in the audit log; after as many as one person may have in an hour: 429 unmask-limit.")
    ResponseEntity<OpenedPlate> unmask(@PathVariable String id, @Valid @RequestBody UnmaskRequest body, Viewer viewer) {
        AfterSalesAccess.READ.require(viewer);
        Stored<RepairOrder> order =
                orders.find(id).filter(found -> viewer.maySee(found.storeId())).orElseThrow(ProblemException::notFound);
        var subject = new Subject(id, order.storeId(), order.state().plate());
        return plates.show(
                viewer, "repair-order", subject, order.state().dimensions().adviserId(), body);
    }
}

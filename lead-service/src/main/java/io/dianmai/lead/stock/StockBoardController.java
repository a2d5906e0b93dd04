package io.dianmai.lead.stock;

import io.dianmai.kit.security.Viewer;
import io.dianmai.lead.lead.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/stock-board")
@Tag(name = "Vehicle stock")
class StockBoardController {
    private final StockBoards boards;

    StockBoardController(StockBoards boards) {
        this.boards = boards;
    }

    @GetMapping
    @Operation(
            summary = "库存看板: what is in stock by model, with age and cost",
            description = "Of one store, or without storeId of all that the caller may see, by model and by store. Turn"
                    + " days are the KPI stock-turn-days.")
    StockBoard board(@RequestParam(required = false) @Nullable String storeId, Viewer viewer) {
        Access.READ.require(viewer);
        if (storeId != null) {
            viewer.requireStore(storeId);
        }
        return boards.of(storeId, viewer);
    }
}

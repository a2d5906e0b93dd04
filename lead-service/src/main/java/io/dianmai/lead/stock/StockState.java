package io.dianmai.lead.stock;

/** Where a vehicle of a store stands. */
public enum StockState {
    /** 在库: for nobody yet. */
    IN_STOCK,
    /** 已配车: for an order. */
    ALLOCATED,
    /** 已出库 */
    SOLD,
    /** 已调拨: another store of the group has it. */
    TRANSFERRED;

    /** Whether the store has it: what the board counts. */
    boolean onHand() {
        return this == IN_STOCK || this == ALLOCATED;
    }
}

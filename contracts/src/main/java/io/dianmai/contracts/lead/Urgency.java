package io.dianmai.contracts.lead;

/**
 * 紧迫度 of a wish to buy.
 */
public enum Urgency {
    HIGH,
    MEDIUM,
    LOW
}

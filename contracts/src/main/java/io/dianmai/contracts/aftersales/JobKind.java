package io.dianmai.contracts.aftersales;

/** 工单类型. */
public enum JobKind {
    MAINTENANCE,
    GENERAL_REPAIR,
    ACCIDENT,
    WARRANTY,
    PAINT,
    BEAUTY,
    INTERNAL
}

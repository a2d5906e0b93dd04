package io.dianmai.kpi.catalogue;

/** What sort of number a name in a formula stands for. */
public enum FigureKind {
    /** 流量: what happened in the period. */
    FLOW,
    /** 存量: the state at the end of the period. */
    LEVEL,
    /** Known of the store itself, from the registry and its calendar. */
    REGISTRY,
    /** 目标: what the store plans for the period. */
    TARGET;

    /** Whether it is a state instead of something that adds up over the period. */
    boolean isState() {
        return this == LEVEL || this == REGISTRY;
    }
}

package io.dianmai.contracts.aftersales;

/** 投诉类别. */
public enum ComplaintCategory {
    QUALITY,
    PRICE,
    WAITING,
    ATTITUDE,
    PARTS,
    SALES,
    OTHER
}

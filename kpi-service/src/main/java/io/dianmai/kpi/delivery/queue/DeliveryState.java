package io.dianmai.kpi.delivery.queue;

/** What has become of a delivery. */
public enum DeliveryState {
    WAITING,
    DELIVERED,
    /** It is not tried any more, until somebody sends it again. */
    PARKED,
    /** It was parked and stands in the queue anew, as another delivery. */
    RESENT,
    /** A number that was taken for nothing. */
    VOID
}

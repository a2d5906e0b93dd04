package io.dianmai.kit.org;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.org.StorePublished;

/** A part of a service that has to do something when the registry publishes a store, besides knowing it. */
@FunctionalInterface
public interface StoreListener {
    /** Hears a snapshot after the replica has; what it throws lets the snapshot be heard again. */
    void on(Envelope<?> event, StorePublished store);
}

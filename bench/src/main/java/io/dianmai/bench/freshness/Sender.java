package io.dianmai.bench.freshness;

/** Sends what is due, and returns at once: how the platform takes it must not hold up what is due next. */
interface Sender extends AutoCloseable {
    /** Something of everyday life at some store. */
    void something(long number);

    /** One call at this store, which moves the counter that is watched. */
    void call(String store);

    /** Called after each round of what was due. */
    void roundEnded();

    /** How many were not taken when they were sent; an honest sender would have to send them again. */
    long refused();

    /** Waits until all was answered. */
    @Override
    void close();
}

package io.dianmai.kit.customer;

import java.util.List;

/**
 * What one part of a service holds about customers. Each part that keeps anything personal brings a bean of this kind;
 * whatever is not behind one is not personal, or lapses by itself within the bound that docs/personal-data.md states.
 */
public interface CustomerFiles {
    /** The customer with the leads that this part knows to be his, so that other parts find what hangs on them. */
    default Customer trace(Customer known) {
        return known;
    }

    /** All that it holds about the customer, in clear. */
    List<HeldFile> export(Customer customer);

    /**
     * Makes it forget who the customer is, and keeps what counts. Doing it again does no harm.
     *
     * @return how many documents had something to be forgotten
     */
    int erase(Customer customer);
}

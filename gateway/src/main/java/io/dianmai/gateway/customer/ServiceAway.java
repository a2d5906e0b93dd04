package io.dianmai.gateway.customer;

/** A service did not answer, or not with what was asked for. */
final class ServiceAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServiceAway(String service, Throwable cause) {
        super(service + " did not answer: " + cause.getClass().getSimpleName(), cause);
    }
}

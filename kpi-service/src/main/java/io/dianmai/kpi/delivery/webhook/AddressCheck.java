package io.dianmai.kpi.delivery.webhook;

import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kpi.delivery.Objection;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/**
 * Looks at the address of a target that somebody wants to make. What cannot be looked up now may be later; whatever the
 * answer, each delivery looks again.
 */
public final class AddressCheck {
    private static final ProblemType INVALID =
            ProblemType.of("delivery-address-invalid", "The address cannot be delivered to", HttpStatus.BAD_REQUEST);
    private static final ProblemType FORBIDDEN = ProblemType.of(
            "delivery-address-forbidden", "The address is not allowed to be delivered to", HttpStatus.BAD_REQUEST);
    private static final String POINTER = "/address";

    private final AddressGuard guard;
    private final Resolver resolver;

    AddressCheck(AddressGuard guard, Resolver resolver) {
        this.guard = guard;
        this.resolver = resolver;
    }

    /** What is wrong with a URL; empty when nothing is. */
    public Optional<Objection> objection(String url) {
        return switch (WebAddress.read(url, guard.allowsSome())) {
            case WebAddress.Reading.Bad(String detail) -> Optional.of(new Objection(INVALID, POINTER, detail));
            case WebAddress.Reading.Good(WebAddress address) -> forbidden(address);
        };
    }

    private Optional<Objection> forbidden(WebAddress address) {
        try {
            InetAddress[] found = resolver.resolve(address.host());
            boolean open = Stream.of(found).allMatch(guard::isAllowed);
            boolean plainOpen = address.tls() || Stream.of(found).allMatch(guard::isInAllowedNetwork);
            return open && plainOpen
                    ? Optional.empty()
                    : Optional.of(new Objection(
                            FORBIDDEN,
                            POINTER,
                            open
                                    ? "Only hosts in private networks that are allowed can do without https."
                                    : "The host has an address in a private or special network, which operations"
                                            + " has not allowed (dianmai.kpi.delivery.allowed-networks)."));
        } catch (UnknownHostException notNow) {
            return Optional.empty();
        }
    }
}

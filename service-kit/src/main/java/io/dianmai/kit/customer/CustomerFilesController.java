package io.dianmai.kit.customer;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.security.Viewer;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How the gateway asks a service about a customer. No address of the gateway leads here, and nobody else may ask: the
 * gateway has a name that no account and no client can have.
 */
@Hidden
@RestController
@RequestMapping(CustomerFilesController.PATH)
public class CustomerFilesController {
    /** Where these addresses begin. */
    public static final String PATH = "/internal/customer-files";

    /** Subject of the gateway's own tokens. Names of accounts and clients have no colon in front. */
    public static final String GATEWAY = "urn:dianmai:gateway";

    private final List<CustomerFiles> files;

    CustomerFilesController(List<CustomerFiles> files) {
        this.files = List.copyOf(files);
    }

    /** What became of an erasure: how many documents had something to be forgotten. */
    public record Erased(int documents) {}

    /** All that is held about a customer. */
    public record Held(List<HeldFile> files) {
        public Held {
            files = List.copyOf(files);
        }
    }

    /** The customer with all leads that are known to be his. */
    @PostMapping("/trace")
    public Customer trace(@RequestBody Customer customer, Viewer viewer) {
        requireGateway(viewer);
        Customer known = customer;
        for (CustomerFiles part : files) {
            known = part.trace(known);
        }
        return known;
    }

    @PostMapping("/export")
    Held export(@RequestBody Customer customer, Viewer viewer) {
        requireGateway(viewer);
        return new Held(
                files.stream().flatMap(part -> part.export(customer).stream()).toList());
    }

    @PostMapping("/erasure")
    Erased erase(@RequestBody Customer customer, Viewer viewer) {
        requireGateway(viewer);
        return new Erased(files.stream().mapToInt(part -> part.erase(customer)).sum());
    }

    private static void requireGateway(Viewer viewer) {
        if (!viewer.subject().equals(GATEWAY)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Only the gateway asks this.");
        }
    }
}

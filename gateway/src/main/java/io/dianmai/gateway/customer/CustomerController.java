package io.dianmai.gateway.customer;

import io.dianmai.contracts.Redaction;
import io.dianmai.contracts.org.Role;
import io.dianmai.kit.audit.AuditEntry;
import io.dianmai.kit.audit.AuditTrail;
import io.dianmai.kit.customer.Customer;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.security.StoreScope;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.GivenCommands;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/customers")
@Tag(name = "Customers", description = "客户个人信息: export and erasure of one customer's data")
class CustomerController {
    private static final Logger log = LoggerFactory.getLogger(CustomerController.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final CustomerServices services;
    private final Erasures erasures;
    private final ErasureWorker worker;
    private final AuditTrail trail;
    private final PersonalDataSealer sealer;
    private final GivenCommands commands;

    CustomerController(
            CustomerServices services,
            Erasures erasures,
            ErasureWorker worker,
            AuditTrail trail,
            PersonalDataSealer sealer,
            GivenCommands commands) {
        this.services = services;
        this.erasures = erasures;
        this.worker = worker;
        this.trail = trail;
        this.sealer = sealer;
        this.commands = commands;
    }

    @PostMapping("/exports")
    @Operation(
            summary = "Everything that is held about one customer, in clear",
            description =
                    "For headquarters, and for a general manager within one store. Complete or not at all: 503 while a"
                            + " service is away. Each export is in the audit log, and nothing on the way may keep it.")
    ResponseEntity<CustomerExport> export(@Valid @RequestBody CustomerRequest body, Viewer viewer) {
        requireMay(viewer, body.storeId());
        Instant now = commands.now();
        Customer customer = body.customer(sealer, now);
        trail.say(entry(viewer, "customer.exported", null, body));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new CustomerExport(now, body.storeId(), held(customer)));
    }

    @PostMapping("/erasures")
    @Operation(
            summary = "Make all services forget one customer",
            description =
                    "For headquarters, and for a general manager within one store. 202 at once; it goes on by itself"
                            + " until every service has done it, and once more a little later for facts that were still on"
                            + " their way. Numbers stay as they are. The same phone is a new customer afterwards.")
    ResponseEntity<ErasureView> erase(
            @Valid @RequestBody CustomerRequest body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            Viewer viewer) {
        requireMay(viewer, body.storeId());
        Instant now = commands.now();
        Customer customer = body.customer(sealer, now);
        String id = GivenCommands.newId(placeOf(viewer, body), "erasure", null, key);
        trail.say(entry(viewer, "customer.erasure-asked", id, body));
        Erasure erasure = erasures.begin(id, customer, body.storeId(), viewer.subject(), now);
        worker.wake();
        return ResponseEntity.accepted()
                .location(URI.create("/api/customers/erasures/" + id))
                .body(ErasureView.of(erasure));
    }

    @GetMapping("/erasures/{id}")
    @Operation(summary = "How far an erasure is, service by service")
    ErasureView find(@PathVariable String id, Viewer viewer) {
        viewer.require(Role.GROUP_HQ, Role.GENERAL_MANAGER);
        return erasures.find(id)
                .filter(erasure -> sees(viewer, erasure.storeId()))
                .map(ErasureView::of)
                .orElseThrow(ProblemException::notFound);
    }

    /** The newest hundred. */
    record ErasureList(List<ErasureView> erasures) {}

    @GetMapping("/erasures")
    @Operation(summary = "Erasures, the newest first, at most a hundred")
    ErasureList list(Viewer viewer) {
        viewer.require(Role.GROUP_HQ, Role.GENERAL_MANAGER);
        return new ErasureList(erasures.newest(viewer).stream()
                .filter(erasure -> sees(viewer, erasure.storeId()))
                .map(ErasureView::of)
                .toList());
    }

    private Map<String, JsonNode> held(Customer customer) {
        try {
            return services.export(services.trace(customer));
        } catch (ServiceAway away) {
            log.warn("an export was broken off: {}", away.getMessage());
            throw ProblemException.unavailable(
                    "A service is away, and a part of the data would look like all of it.", RETRY_AFTER);
        }
    }

    private static void requireMay(Viewer viewer, @Nullable String storeId) {
        viewer.require(Role.GROUP_HQ, Role.GENERAL_MANAGER);
        if (storeId != null) {
            viewer.requireStore(storeId);
        } else if (!sees(viewer, null)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Only headquarters asks for all stores. Name a store.");
        }
    }

    private static boolean sees(Viewer viewer, @Nullable String storeId) {
        return storeId == null
                ? viewer.has(Role.GROUP_HQ) && viewer.stores() instanceof StoreScope.All
                : viewer.maySee(storeId);
    }

    /** One key of two people or two customers is not one request. */
    private String placeOf(Viewer viewer, CustomerRequest body) {
        return viewer.subject() + '|' + body.customer(sealer, Instant.EPOCH).phoneHash() + '|' + body.storeId();
    }

    private static AuditEntry entry(Viewer viewer, String kind, @Nullable String id, CustomerRequest body) {
        return AuditEntry.of(viewer, kind, id, body.storeId()).detail(Redaction.ofPresent(body.reason()));
    }
}

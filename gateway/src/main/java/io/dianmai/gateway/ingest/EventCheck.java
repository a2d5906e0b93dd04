package io.dianmai.gateway.ingest;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.kit.personal.FactSealer;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.StoreScope;
import io.dianmai.kit.security.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Decides whether an incoming event is fit to be kept, and makes the fact of it with what is personal sealed. */
final class EventCheck {
    private static final String SEE_ERRORS = "See errors for what is wrong and where.";

    private final DataSchemas schemas;
    private final FactSealer sealer;
    private final Predicate<String> knownStore;
    private final Clock clock;
    private final IngestSettings settings;

    EventCheck(
            DataSchemas schemas,
            FactSealer sealer,
            Predicate<String> knownStore,
            Clock clock,
            IngestSettings settings) {
        this.schemas = schemas;
        this.sealer = sealer;
        this.knownStore = knownStore;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Checks one event.
     *
     * @param event in the shape of structured mode; its personal strings are replaced
     * @param at pointer of the event inside the request
     * @param trace of the request, for events that carry none
     */
    CheckedEvent check(JsonNode event, String at, Viewer sender, @Nullable String trace) {
        List<Violation> flaws = new ArrayList<>();
        EventAttributes attributes = EventAttributes.read(event, at, flaws);
        if (attributes == null) {
            return bad(event, new Rejection(IngestProblem.INVALID_ENVELOPE, SEE_ERRORS, flaws));
        }
        Optional<Class<? extends StoreFact>> type = schemas.factOf(attributes.type());
        if (type.isEmpty()) {
            return bad(event, unknownType(at));
        }
        String storeId = attributes.storeId() != null ? attributes.storeId() : onlyStoreOf(sender);
        Optional<Rejection> rejection =
                wrongTime(attributes.time(), at).or(() -> wrongStore(storeId, sender, at + "/storeid"));
        if (rejection.isPresent() || storeId == null) {
            return bad(event, rejection.orElseThrow());
        }
        return checkData(event, at, type.get(), new Placed(attributes, storeId, trace));
    }

    /** An event whose attributes are in order. */
    private record Placed(
            EventAttributes attributes,
            String storeId,
            @Nullable String trace) {}

    private CheckedEvent checkData(JsonNode event, String at, Class<? extends StoreFact> type, Placed placed) {
        String dataAt = at + "/data";
        List<Violation> flaws = new ArrayList<>();
        JsonNode data = DataMember.of(event, at, flaws);
        if (data != null) {
            flaws.addAll(schemas.flaws(type, data, dataAt));
        }
        if (data == null || !flaws.isEmpty()) {
            return bad(event, new Rejection(IngestProblem.INVALID_DATA, SEE_ERRORS, flaws));
        }
        var content = RecentEvents.content(placed.attributes(), placed.storeId(), data);
        List<Violation> unsealable = sealer.seal(type, (ObjectNode) data);
        if (!unsealable.isEmpty()) {
            return bad(event, new Rejection(IngestProblem.INVALID_DATA, SEE_ERRORS, under(dataAt, unsealable)));
        }
        try {
            StoreFact fact = EventJson.MAPPER.treeToValue(data, type);
            return new CheckedEvent.Good(placed.attributes(), content, envelope(placed, fact));
        } catch (JacksonException unreadable) {
            // The schema is as strict as the records, but for corners such as numbers beyond their Java type.
            var flaw = new Violation(dataAt + pointer(unreadable), "has a value that is out of range");
            return bad(event, Rejection.of(IngestProblem.INVALID_DATA, SEE_ERRORS, flaw));
        }
    }

    private Envelope<StoreFact> envelope(Placed placed, StoreFact fact) {
        EventAttributes attributes = placed.attributes();
        return new Envelope<>(
                attributes.id(),
                attributes.source(),
                attributes.subject(),
                attributes.time(),
                placed.storeId(),
                0,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                attributes.traceParent() != null ? attributes.traceParent() : placed.trace(),
                fact);
    }

    private Optional<Rejection> wrongTime(Instant time, String at) {
        Instant latest = clock.instant().plus(settings.maxAhead());
        if (!time.isBefore(settings.earliest()) && !time.isAfter(latest)) {
            return Optional.empty();
        }
        String range = "must lie between " + settings.earliest() + " and "
                + settings.maxAhead().toSeconds() + " seconds from now";
        return Optional.of(Rejection.of(
                IngestProblem.TIME_OUT_OF_RANGE,
                "An event has happened already. Check the sender's clock and time zone.",
                new Violation(at + "/time", range)));
    }

    /** The credential decides, before it is told whether the store exists. */
    private Optional<Rejection> wrongStore(@Nullable String storeId, Viewer sender, String at) {
        if (storeId == null) {
            return Optional.of(Rejection.of(
                    IngestProblem.INVALID_ENVELOPE,
                    SEE_ERRORS,
                    new Violation(at, "is required, since the credential is good for more than one store")));
        }
        if (!sender.maySee(storeId)) {
            return Optional.of(Rejection.of(
                    IngestProblem.STORE_NOT_ALLOWED,
                    "The credential is not good for this store. Use the store's own credential.",
                    new Violation(at, "is not among the credential's stores")));
        }
        return knownStore.test(storeId)
                ? Optional.empty()
                : Optional.of(Rejection.of(
                        IngestProblem.UNKNOWN_STORE,
                        "HQ must register the store before it can send events.",
                        new Violation(at, "is not registered")));
    }

    private static @Nullable String onlyStoreOf(Viewer sender) {
        return switch (sender.stores()) {
            case StoreScope.All() -> null;
            case StoreScope.Only(var ids) -> ids.size() == 1 ? ids.iterator().next() : null;
        };
    }

    private static Rejection unknownType(String at) {
        return Rejection.of(
                IngestProblem.UNKNOWN_TYPE,
                "GET /api/store-events/schemas lists the types that may be sent.",
                new Violation(at + "/type", "is no type of fact"));
    }

    private static List<Violation> under(String at, List<Violation> violations) {
        return violations.stream()
                .map(violation -> new Violation(at + violation.pointer(), violation.detail()))
                .toList();
    }

    private static String pointer(JacksonException unreadable) {
        return unreadable.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "/" + step.getIndex() : "/" + step.getPropertyName())
                .collect(Collectors.joining());
    }

    private static CheckedEvent bad(JsonNode event, Rejection rejection) {
        return new CheckedEvent.Bad(EventAttributes.idOf(event), rejection);
    }
}

package io.dianmai.local.sample;

import io.dianmai.contracts.EventTypes;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.local.SignIns;
import io.dianmai.local.sample.GatewayClient.Answer;
import io.dianmai.local.sample.journey.SampleFact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The software of one store, which states the store's facts with the store's own credentials. */
final class StoreSystem {
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final Duration LITTLE_LATER = Duration.ofSeconds(1);

    private final GatewayClient gateway;
    private final SignIns.Client client;
    private @Nullable String token;

    StoreSystem(GatewayClient gateway, SignIns.Client client) {
        this.gateway = gateway;
        this.client = client;
    }

    /** A fact on the wire: a CloudEvent in structured form. */
    record CloudEvent(
            String specversion,
            String id,
            String source,
            String type,
            Instant time,
            String datacontenttype,
            String storeid,
            StoreFact data) {

        static CloudEvent of(SampleFact fact) {
            return new CloudEvent(
                    "1.0",
                    fact.id(),
                    "/stores/" + fact.storeId() + "/dms",
                    EventTypes.nameOf(fact.data().getClass()),
                    fact.time(),
                    "application/json",
                    fact.storeId(),
                    fact.data());
        }
    }

    /**
     * States facts, in their order.
     *
     * @return what was refused for good, in words; empty as it should be
     * @throws Unavailable when some were not taken; all of them may be stated again
     */
    List<String> state(List<SampleFact> facts) throws Unavailable {
        List<CloudEvent> batch = facts.stream().map(CloudEvent::of).toList();
        Answer answer = gateway.post("/api/store-events", signedIn(), BATCH, batch);
        if (answer.status() == Answer.UNAUTHORIZED) {
            token = null;
            throw new Unavailable("the token of " + client.clientId() + " has expired", LITTLE_LATER);
        }
        List<JsonNode> refused = answer.json()
                .path("verdicts")
                .valueStream()
                .filter(verdict -> verdict.path("status").stringValue("").equals("refused"))
                .toList();
        if (refused.stream().anyMatch(StoreSystem::passing)) {
            throw new Unavailable("Kafka did not take some facts", LITTLE_LATER);
        }
        return answer.good() || !refused.isEmpty()
                ? refused.stream().map(JsonNode::toString).toList()
                : List.of("status " + answer.status() + " " + answer.body());
    }

    private static boolean passing(JsonNode verdict) {
        return verdict.path("problem").path("status").intValue(0) == 503;
    }

    private String signedIn() throws Unavailable {
        if (token == null) {
            token = gateway.tokenOf(client);
        }
        return token;
    }
}

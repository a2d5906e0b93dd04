package io.dianmai.gateway.ingest.rejected;

import io.dianmai.contracts.EventJson;
import io.dianmai.kit.customer.Customer;
import io.dianmai.kit.customer.CustomerFiles;
import io.dianmai.kit.customer.HeldFile;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.personal.SealedText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Facts about a customer that a service refused: what they said is forgotten, that they were refused is not. */
@Component
class RejectedFactFiles implements CustomerFiles {
    private static final String NOTHING = "{}";

    private final MongoOperations mongo;
    private final PersonalDataSealer sealer;

    RejectedFactFiles(MongoOperations mongo, PersonalDataSealer sealer) {
        this.mongo = mongo;
        this.sealer = sealer;
    }

    @Override
    public List<HeldFile> export(Customer customer) {
        return of(customer).stream()
                .map(fact -> new HeldFile("refused-fact", fact.id(), fact.storeId(), opened(fact)))
                .toList();
    }

    @Override
    public int erase(Customer customer) {
        List<RejectedFact> found = of(customer);
        found.forEach(fact -> mongo.updateFirst(
                Query.query(Criteria.where("_id").is(fact.id())), Update.update("data", NOTHING), RejectedFact.class));
        return found.size();
    }

    /** Looks at all of them: who is erased is worth it. */
    private List<RejectedFact> of(Customer customer) {
        List<Criteria> hashes = Stream.of(
                        Stream.of(customer.phoneHash()), customer.plateHashes().stream(), customer.vinHashes().stream())
                .flatMap(some -> some)
                .map(hash -> Criteria.where("data").regex(SealedText.withHash(hash)))
                .toList();
        return mongo.find(Query.query(new Criteria().orOperator(hashes)), RejectedFact.class).stream()
                .filter(fact -> customer.isAt(fact.storeId()))
                .filter(fact -> !fact.time().isAfter(customer.until()))
                .toList();
    }

    private Map<String, Object> opened(RejectedFact fact) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("type", fact.type());
        content.put("time", fact.time());
        EventJson.MAPPER
                .readTree(fact.data())
                .properties()
                .forEach(one -> content.put(one.getKey(), opened(one.getValue())));
        return content;
    }

    private Object opened(JsonNode value) {
        return value.isString() && SealedText.isSealed(value.stringValue())
                ? sealer.unseal(SealedText.parse(value.stringValue()))
                : value;
    }
}

package io.dianmai.gateway.identity;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The key that signs tokens: made once, kept in the store, the same for every instance of the gateway. */
final class SigningKeys {
    private static final String COLLECTION = "signing_keys";

    /** One document under one fixed id: of two instances that start together only one can create it. */
    private static final String CURRENT = "current";

    private static final int BITS = 2048;

    private final MongoCollection<Document> keys;
    private final Clock clock;

    SigningKeys(MongoTemplate mongo, Clock clock) {
        this.keys = mongo.getCollection(COLLECTION);
        this.clock = clock;
    }

    RSAKey current() {
        return find().orElseGet(this::create);
    }

    private Optional<RSAKey> find() {
        return Optional.ofNullable(keys.find(Filters.eq("_id", CURRENT)).first())
                .map(document -> parse(document.getString("jwk")));
    }

    private RSAKey create() {
        RSAKey key = generate();
        try {
            keys.insertOne(new Document("_id", CURRENT)
                    .append("jwk", key.toJSONString())
                    .append("createdAt", Date.from(clock.instant())));
            return key;
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
            return find().orElseThrow(() -> failed);
        }
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException("this Java cannot make RSA keys", failed);
        }
    }

    private static RSAKey parse(String jwk) {
        try {
            return RSAKey.parse(jwk);
        } catch (ParseException failed) {
            throw new IllegalStateException("the signing key in the store is unreadable", failed);
        }
    }
}

package io.dianmai.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.Topics;
import io.dianmai.kit.personal.PersonalDataSealer;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A service with nothing but the kit starts on the shared broker and store, and both work. */
@DianmaiTest
class BackendIT {
    @Autowired
    MongoTemplate mongo;

    @Autowired
    Producer<String, byte[]> producer;

    @Autowired
    KafkaAdmin admin;

    @Autowired
    PersonalDataSealer sealer;

    @Autowired
    MockMvcTester mvc;

    @Test
    void writesToTheStore() {
        mongo.save(new Document("_id", "a").append("n", 1), "things");
        assertThat(mongo.findById("a", Document.class, "things")).containsEntry("n", 1);
    }

    @Test
    void writesToTheBrokerWhoseTopicsTheServiceHasMade() throws Exception {
        var sent = producer.send(new ProducerRecord<>(Topics.LEAD_EVENTS, "store-1", new byte[] {1}));
        assertThat(sent.get(10, TimeUnit.SECONDS).hasOffset()).isTrue();
        try (Admin client = Admin.create(admin.getConfigurationProperties())) {
            assertThat(client.listTopics().names().get()).contains(Topics.STORE_EVENTS, Topics.KPI_ROWS);
        }
    }

    @Test
    void believesTestTokensOnly() {
        assertThat(mvc.get().uri("/nowhere").header("Authorization", TestTokens.bearer(TestTokens.hq())))
                .hasStatus(404)
                .hasContentType("application/problem+json");
        assertThat(mvc.get().uri("/nowhere")).hasStatus(401).hasContentType("application/problem+json");
    }

    @Test
    void hasAKeyForPersonalData() {
        assertThat(sealer).isNotNull();
    }
}

package io.dianmai.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventTypes;
import io.dianmai.contracts.Topics;
import java.io.IOException;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class AsyncApiTests {
    private static final String EVENTS = "io.dianmai.contracts.schema.Samples#events";

    @Test
    void saysWhatTheTopicsAndRecordsSay() throws IOException {
        ApprovedFiles.assertApproved("asyncapi.json", new AsyncApiOfTopics().document());
    }

    @Test
    void describesEveryTopicOfEnvelopes() {
        assertThat(AsyncApi.document().get("channels").propertyNames()).containsExactlyElementsOf(Topics.ENVELOPED);
    }

    @Test
    void refersToNothingThatIsNotThere() {
        JsonNode document = AsyncApi.document();

        assertThat(document.findValues("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.stringValue().substring(1))
                                        .isMissingNode())
                        .as(reference.stringValue())
                        .isFalse());
    }

    @ParameterizedTest
    @MethodSource(EVENTS)
    void describesEveryHeaderThatIsSent(Class<? extends EventData> event) {
        JsonNode document = AsyncApi.document();
        JsonNode described = document.at("/components/schemas/cloudEventHeaders/properties");
        JsonNode message = document.at("/components/messages").get(EventTypes.nameOf(event));

        assertThat(EventCodec.toRecord(Samples.envelope(event)).headers())
                .extracting(Header::key)
                .isSubsetOf(described.propertyNames())
                .containsAll(message.at("/headers/allOf/1/required")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .toList());
    }
}

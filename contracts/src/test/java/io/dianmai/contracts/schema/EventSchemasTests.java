package io.dianmai.contracts.schema;

import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventTypes;
import java.io.IOException;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventSchemasTests {
    private static final SchemaOfRecord SCHEMAS = new SchemaOfRecord();

    static Collection<Class<? extends EventData>> events() {
        return EventTypes.all().values();
    }

    @ParameterizedTest
    @MethodSource("events")
    void saysWhatTheRecordSays(Class<? extends EventData> event) throws IOException {
        ApprovedFiles.assertApproved("schemas/" + EventTypes.nameOf(event) + ".json", SCHEMAS.of(event));
    }

    @Test
    void hasNoStrayFiles() throws IOException {
        ApprovedFiles.assertOneFilePerEvent("schemas");
    }
}

package io.dianmai.kpi.ladder;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code ladders.json}: the ladders that hold where headquarters says nothing else. */
final class LadderFile {
    private static final String SHIPPED = "/ladders.json";

    private LadderFile() {}

    static List<Ladder> shipped() throws IOException {
        try (InputStream json = LadderFile.class.getResourceAsStream(SHIPPED)) {
            if (json == null) {
                throw new IOException(SHIPPED + " is missing");
            }
            return read(json);
        }
    }

    static List<Ladder> read(InputStream json) {
        List<LadderDraft> drafts = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(json, new TypeReference<>() {});
        return drafts.stream().map(LadderDraft::ladder).toList();
    }
}

package io.dianmai.kpi.ladder;

import io.dianmai.kpi.ladder.LadderReader.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.CRC32;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ladders.json}: the ladders that hold where headquarters says nothing else.
 *
 * @param fingerprint another one when the file is another one
 */
record LadderFile(List<Ladder> ladders, long fingerprint) {
    private static final String SHIPPED = "/ladders.json";
    private static final long FINGERPRINTS = 100_000;

    LadderFile {
        ladders = List.copyOf(ladders);
    }

    /**
     * The one that ships.
     *
     * @throws IllegalArgumentException when one of them is no ladder
     */
    static LadderFile shipped() throws IOException {
        try (InputStream json = LadderFile.class.getResourceAsStream(SHIPPED)) {
            if (json == null) {
                throw new IOException(SHIPPED + " is missing");
            }
            return read(json.readAllBytes());
        }
    }

    static LadderFile read(byte[] json) {
        List<LadderDraft> drafts = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(json, new TypeReference<>() {});
        CRC32 checksum = new CRC32();
        checksum.update(json);
        return new LadderFile(drafts.stream().map(LadderFile::ladder).toList(), checksum.getValue() % FINGERPRINTS);
    }

    /** The version of these ladders with so many changes over them. */
    long version(long changes) {
        return changes * FINGERPRINTS + fingerprint;
    }

    private static Ladder ladder(LadderDraft draft) {
        return switch (LadderReader.kept(draft)) {
            case Reading.Good(Ladder ladder) -> ladder;
            case Reading.Bad(List<LadderFlaw> flaws) ->
                throw new IllegalArgumentException(draft.kind()
                        + flaws.getFirst().pointer() + ": " + flaws.getFirst().detail());
        };
    }
}

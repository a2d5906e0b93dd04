package io.dianmai.lead.grading;

import io.dianmai.contracts.EventJson;
import io.dianmai.kit.policy.PolicyKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The level schemes that come with the platform: one holds, the others are ready to be taken. */
public final class GradingSchemes {
    /** The scheme O/A/B/C of the sales managers' grading card. */
    private static final GradingPolicy OABC = read("oabc");

    /** With levels by days, 7/15/30/90, as other makers have them; an order is at the hottest. */
    private static final GradingPolicy HABC = read("habc");

    private static final GradingPolicy OHABC = read("ohabc");

    /** {@code grading}. */
    public static final PolicyKind<GradingPolicy> KIND =
            new PolicyKind<>("grading", GradingPolicy.class, OABC, GradingCheck::flaws);

    private GradingSchemes() {}

    /** Drafts, each as it can be sent. */
    static List<GradingPolicy> templates() {
        return List.of(OABC, HABC, OHABC);
    }

    private static GradingPolicy read(String name) {
        String file = "/grading/" + name + ".json";
        try (InputStream json = Objects.requireNonNull(GradingSchemes.class.getResourceAsStream(file), file)) {
            return EventJson.MAPPER.readValue(json, GradingPolicy.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }
}

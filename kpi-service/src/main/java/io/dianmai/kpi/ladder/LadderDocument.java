package io.dianmai.kpi.ladder;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.ladder.LadderReader.Reading;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;

/** Histories as documents. Times and ladders are text, which no store rounds or reorders. */
final class LadderDocument {
    static final String ID = "_id";
    static final String REVISION = "revision";
    private static final String KIND = "kind";
    private static final String SCOPE = "scope";
    private static final String CHANGES = "changes";
    private static final String ACT = "act";
    private static final String FROM = "from";
    private static final String BY = "by";
    private static final String AT = "at";
    private static final String LADDER = "ladder";
    private static final String PUT = "put";
    private static final String ENDED = "ended";
    private static final String CANCELLED = "cancelled";

    private static final JsonMapper JSON = new JsonMapper();

    private LadderDocument() {}

    static Document of(LadderHistory history) {
        return new Document(ID, history.key().id())
                .append(KIND, history.key().kind().name())
                .append(SCOPE, history.key().scope().text())
                .append(REVISION, history.revision())
                .append(
                        CHANGES,
                        history.changes().stream().map(LadderDocument::of).toList());
    }

    private static Document of(LadderChange change) {
        Document document = new Document(FROM, change.from().toString())
                .append(BY, change.by())
                .append(AT, change.at().toString());
        return switch (change) {
            case LadderChange.Put put ->
                document.append(ACT, PUT).append(LADDER, JSON.writeValueAsString(LadderDraft.of(put.ladder())));
            case LadderChange.Ended _ -> document.append(ACT, ENDED);
            case LadderChange.Cancelled _ -> document.append(ACT, CANCELLED);
        };
    }

    static int revision(Document document) {
        return document.getInteger(REVISION);
    }

    /**
     * Reads a history.
     *
     * @throws IllegalArgumentException when this version of the service cannot make sense of it
     */
    static LadderHistory history(Document document) {
        LadderScope scope = LadderScope.parse(document.getString(SCOPE))
                .orElseThrow(() -> new IllegalArgumentException("a scope that is none"));
        return new LadderHistory(
                new LadderKey(DeadlineKind.valueOf(document.getString(KIND)), scope),
                document.getList(CHANGES, Document.class).stream()
                        .map(LadderDocument::change)
                        .toList());
    }

    private static LadderChange change(Document document) {
        Instant from = Instant.parse(document.getString(FROM));
        String by = document.getString(BY);
        Instant at = Instant.parse(document.getString(AT));
        String act = document.getString(ACT);
        return switch (act) {
            case PUT -> new LadderChange.Put(ladder(document.getString(LADDER)), by, at);
            case ENDED -> new LadderChange.Ended(from, by, at);
            case CANCELLED -> new LadderChange.Cancelled(from, by, at);
            default -> throw new IllegalArgumentException("a change that is none: " + act);
        };
    }

    private static Ladder ladder(String json) {
        return switch (LadderReader.kept(JSON.readValue(json, LadderDraft.class))) {
            case Reading.Good(Ladder ladder) -> ladder;
            case Reading.Bad(List<LadderFlaw> flaws) ->
                throw new IllegalArgumentException(
                        flaws.getFirst().pointer() + ": " + flaws.getFirst().detail());
        };
    }
}

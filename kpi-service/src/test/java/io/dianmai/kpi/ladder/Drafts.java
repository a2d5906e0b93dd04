package io.dianmai.kpi.ladder;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.ladder.LadderReader.Reading;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/** Ladders as people write them, in JSON with single quotes. */
final class Drafts {
    static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    static final LadderKey FOLLOW_UPS = new LadderKey(DeadlineKind.FOLLOW_UP, LadderScope.group());
    private static final JsonMapper JSON = new JsonMapper();

    private Drafts() {}

    static LadderDraft draft(String json) {
        return JSON.readValue(json.replace('\'', '"'), LadderDraft.class);
    }

    static Reading read(DeadlineKind kind, String json) {
        return LadderReader.change(kind, draft(json), scope -> !scope.text().endsWith(":nowhere"), NOW);
    }

    /** For follow-ups of the group: one rung, so many hours after the due time. */
    static Ladder followUp(Instant from, int hours) {
        return followUp(LadderScope.group(), from, hours);
    }

    static Ladder followUp(LadderScope scope, Instant from, int hours) {
        Reading reading = LadderReader.kept(draft("""
                {'kind': 'FOLLOW_UP', 'scope': '%s', 'effectiveFrom': '%s', 'longestSnooze': 'P1D',
                 'rungs': [{'offset': 'PT%dH', 'audience': ['SALES_MANAGER']}]}""".formatted(scope.text(), from, hours)));
        if (reading instanceof Reading.Good(Ladder ladder)) {
            return ladder;
        }
        throw new AssertionError(reading);
    }

    static LadderChange put(Ladder ladder) {
        return new LadderChange.Put(ladder, "hq", NOW);
    }
}

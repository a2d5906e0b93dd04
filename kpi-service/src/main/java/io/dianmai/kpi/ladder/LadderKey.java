package io.dianmai.kpi.ladder;

import io.dianmai.contracts.reminder.DeadlineKind;

/** What the history of ladders is kept by. */
public record LadderKey(DeadlineKind kind, LadderScope scope) {
    String id() {
        return kind.name() + '|' + scope.text();
    }
}

package io.dianmai.kpi.clock;

import io.dianmai.kpi.clock.Episode.End;
import io.dianmai.kpi.clock.Told.Armed;
import io.dianmai.kpi.clock.Told.Cleared;
import io.dianmai.kpi.clock.Told.Fired;
import io.dianmai.kpi.clock.Told.HandedOver;
import io.dianmai.kpi.clock.Told.SetAnew;
import io.dianmai.kpi.clock.Told.Snoozed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The runs of a clock, made of what was told in order. */
final class Episodes {
    private final List<Episode> episodes = new ArrayList<>();

    private Episodes() {}

    static List<Episode> of(List<ClockFact> inOrder) {
        Episodes all = new Episodes();
        inOrder.forEach(all::take);
        return List.copyOf(all.episodes);
    }

    private void take(ClockFact fact) {
        switch (fact.told()) {
            case Armed armed -> {
                end(fact.at(), End.REPLACED);
                episodes.add(Episode.started(armed, fact.at()));
            }
            case SetAnew anew -> setAnew(anew, fact.at());
            case Cleared _ -> end(fact.at(), End.CLEARED);
            case HandedOver(String ownerId) -> changeRunning(running -> running.ownedBy(ownerId));
            case Fired fired -> fire(fired, fact.at());
            case Snoozed snoozed ->
                changeRunning(running -> running.dueAt().equals(snoozed.dueAt())
                        ? running.with(new Episode.PutOff(fact.at(), snoozed))
                        : running);
        }
    }

    private void setAnew(SetAnew anew, Instant at) {
        if (!episodes.isEmpty() && episodes.getLast().isRunning()) {
            Episode next = episodes.getLast().setAnew(anew, at);
            end(at, End.REPLACED);
            episodes.add(next);
        }
    }

    private void end(Instant at, End how) {
        changeRunning(running -> running.ended(at, how));
    }

    private void changeRunning(UnaryOperator<Episode> change) {
        if (!episodes.isEmpty() && episodes.getLast().isRunning()) {
            episodes.add(change.apply(episodes.removeLast()));
        }
    }

    /** A rung of a run that had ended by then belongs to it all the same: its news was under way. */
    private void fire(Fired fired, Instant at) {
        for (int i = episodes.size() - 1; i >= 0; i--) {
            if (episodes.get(i).dueAt().equals(fired.dueAt())) {
                episodes.set(i, episodes.get(i).with(fired));
                return;
            }
        }
        if (!episodes.isEmpty()
                && episodes.getLast().isRunning()
                && fired.dueAt().isAfter(episodes.getLast().dueAt())) {
            Episode next = episodes.getLast().repeated(fired.dueAt(), at).with(fired);
            end(at, End.REPLACED);
            episodes.add(next);
        }
    }
}

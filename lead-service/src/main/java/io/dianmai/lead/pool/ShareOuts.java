package io.dianmai.lead.pool;

import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.web.Outcomes;
import io.dianmai.lead.assignment.Dealings;
import io.dianmai.lead.assignment.Shift;
import io.dianmai.lead.assignment.Standing;
import io.dianmai.lead.lead.Lead;
import io.dianmai.lead.lead.Leads;
import io.dianmai.lead.lead.PoolCommand;
import io.dianmai.lead.notebook.Notebook;
import io.dianmai.lead.notebook.Notebook.Change;
import io.dianmai.lead.pool.PoolDay.Run;
import io.dianmai.lead.pool.PoolDay.Share;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * 公海分配: deals the day's quota of the pool to the special team, oldest first. What goes to whom is written down in one
 * write to the day's document before the first lead moves, so that two who share out at once, or one again after a crash,
 * deal nothing twice and never more than the quota.
 */
@Component
class ShareOuts {
    private final Notebook<PoolDay> days;
    private final PoolRules rules;
    private final Dealings dealings;
    private final Leads leads;

    ShareOuts(MongoTemplate mongo, PoolRules rules, Dealings dealings, Leads leads) {
        this.days = new Notebook<>(mongo, "poolDays", PoolDay.class, PoolDay.NONE);
        this.rules = rules;
        this.dealings = dealings;
        this.leads = leads;
    }

    /** What a share-out came to. */
    sealed interface Result {
        /**
         * It was carried out.
         *
         * @param left how many of the day's quota are left
         */
        record Done(LocalDate day, int quota, int left, Run run) implements Result {}

        record Refused(Refusal refusal) implements Result {}
    }

    PoolDay on(String storeId, LocalDate day) {
        return days.find(page(storeId, day));
    }

    /**
     * Shares out what is left of the day's quota.
     *
     * @param by who asked
     */
    Result shareOut(Command command, String by) {
        PoolPolicy.ShareOut rule = rules.of(command.storeId(), command.time()).shareOut();
        if (rule == null) {
            return new Result.Refused(PoolLimits.NO_TEAM);
        }
        LocalDate day = dayOf(command);
        Result planned = days.change(page(command.storeId(), day), before -> planned(before, rule, day, command, by));
        return planned instanceof Result.Done done ? finished(command.storeId(), done) : planned;
    }

    /** Today, or the day before where this is a repeat of a share-out of before midnight. */
    private LocalDate dayOf(Command command) {
        LocalDate today = rules.day(command.storeId(), command.time());
        LocalDate yesterday = today.minusDays(1);
        return on(command.storeId(), yesterday).run(command.id()).isPresent() ? yesterday : today;
    }

    private Change<PoolDay, Result> planned(
            PoolDay before, PoolPolicy.ShareOut rule, LocalDate day, Command command, String by) {
        var earlier = before.run(command.id());
        if (earlier.isPresent()) {
            return new Change<>(before, done(day, rule, before, earlier.get()));
        }
        Shift shift = dealings.shift(command.storeId(), command.time());
        Standing standing = dealings.loads(command.storeId()).now();
        List<String> team = dealings.free(shift, rule.teamId(), standing);
        if (team.isEmpty()) {
            return new Change<>(before, new Result.Refused(PoolLimits.NOBODY_AT_WORK));
        }
        List<String> oldest =
                oldest(command.storeId(), Math.max(0, rule.perDay() - before.shared()), before.underWay());
        List<Share> shares = new EvenShares(shift.policy(), standing).of(oldest, team);
        var run = new Run(
                command.id(),
                by,
                rule.teamId(),
                command.time(),
                command.recordedTime(),
                command.traceParent(),
                shares,
                null);
        PoolDay after = before.with(run);
        return new Change<>(after, done(day, rule, after, run));
    }

    private static Result done(LocalDate day, PoolPolicy.ShareOut rule, PoolDay known, Run run) {
        return new Result.Done(day, rule.perDay(), Math.max(0, rule.perDay() - known.shared()), run);
    }

    private List<String> oldest(String storeId, int most, Set<String> underWay) {
        if (most == 0) {
            return List.of();
        }
        return leads.oldestInPool(storeId, most + underWay.size()).stream()
                .filter(lead -> !underWay.contains(lead))
                .limit(most)
                .toList();
    }

    private Result finished(String storeId, Result.Done planned) {
        Run finished = finish(storeId, planned.day(), planned.run());
        return new Result.Done(planned.day(), planned.quota(), planned.left(), finished);
    }

    /** Carries out what is left of a run; again changes nothing. */
    Run finish(String storeId, LocalDate day, Run run) {
        if (run.counts() != null) {
            return run;
        }
        var counts = new TreeMap<String, Integer>();
        run.shares().forEach(share -> counts.merge(share(storeId, run, share), 1, Integer::sum));
        return days.change(page(storeId, day), before -> {
            Run last = before.run(run.id()).orElse(run);
            Run done = last.counts() == null ? run.done(counts) : last;
            return new Change<>(before.with(done), done);
        });
    }

    private String share(String storeId, Run run, Share share) {
        var command = new Command(
                run.id() + ':' + share.leadId(), storeId, run.at(), run.recordedAt(), run.traceParent(), null, null);
        var asked = new PoolCommand.ShareOut(share.advisorId(), "shared out to team " + run.teamId());
        return switch (leads.carryOut(share.leadId(), command, asked)) {
            case Outcome.Done<Lead>(Stored<Lead> lead, boolean _) -> became(lead.state(), share);
            case Outcome.Nothing<Lead>() -> "gone";
            case Outcome.Refused<Lead>(Refusal refusal) -> {
                if (refusal.kind() == Refusal.Kind.UNAVAILABLE) {
                    throw Outcomes.problem(refusal);
                }
                yield "gone";
            }
        };
    }

    private static String became(Lead lead, Share share) {
        return share.advisorId().equals(lead.dimensions().advisorId()) ? "sharedOut" : "gone";
    }

    private static String page(String storeId, LocalDate day) {
        return storeId + '|' + day;
    }
}

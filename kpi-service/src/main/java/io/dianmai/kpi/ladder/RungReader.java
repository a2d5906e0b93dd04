package io.dianmai.kpi.ladder;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kpi.ladder.LadderDraft.RungDraft;
import io.dianmai.kpi.ladder.LadderFlaw.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one rung after the other. */
final class RungReader {
    private static final int MOST_RUNGS = 24;
    private static final Duration FURTHEST = Duration.ofDays(366);

    private final Set<RungAction> actions;
    private final Findings findings;
    private final List<Rung> rungs = new ArrayList<>();

    RungReader(Set<RungAction> actions, Findings findings) {
        this.actions = actions;
        this.findings = findings;
    }

    /** The rungs that can be read, in order; when there is nothing wrong, all. */
    List<Rung> read(@Nullable List<@Nullable RungDraft> drafts) {
        if (drafts == null || drafts.isEmpty()) {
            findings.add(Fault.NO_RUNGS, "/rungs", "Needs at least one rung: else nobody hears of the deadline.");
            return rungs;
        }
        if (drafts.size() > MOST_RUNGS) {
            findings.add(Fault.TOO_MANY_RUNGS, "/rungs", "Must be at most " + MOST_RUNGS + '.');
            return rungs;
        }
        for (int i = 0; i < drafts.size(); i++) {
            read(drafts.get(i), "/rungs/" + i);
        }
        return rungs;
    }

    private void read(@Nullable RungDraft draft, String pointer) {
        if (draft == null) {
            findings.add(Fault.UNREADABLE, pointer, "A rung is needed here.");
            return;
        }
        Optional<Duration> offset = findings.duration(draft.offset(), pointer + "/offset");
        boolean owner = Boolean.TRUE.equals(draft.owner());
        List<Role> audience = roles(draft.audience(), pointer + "/audience");
        List<Role> fallback = roles(draft.fallback(), pointer + "/fallback");
        RungAction action = action(draft.action(), pointer + "/action");
        boolean fits = offset.isPresent() && fits(offset.get(), pointer + "/offset");
        if (tellsSomebody(draft, action, pointer)) {
            checkFallback(draft, pointer + "/fallback");
            if (fits && !(audience.isEmpty() && !owner)) {
                rungs.add(new Rung(offset.get(), owner, audience, fallback, action));
            }
        }
    }

    /** Only such a one can be reckoned with. */
    private boolean fits(Duration offset, String pointer) {
        if (!Findings.isWithin(FURTHEST, offset)) {
            findings.add(Fault.OFFSET_TOO_FAR, pointer, "Must be within a year of the due time.");
            return false;
        }
        if (!offset.equals(Duration.ofMinutes(offset.toMinutes()))) {
            findings.add(Fault.OFFSET_TOO_FINE, pointer, "Must be whole minutes.");
        }
        if (!rungs.isEmpty() && offset.compareTo(rungs.getLast().offset()) <= 0) {
            findings.add(Fault.RUNGS_OUT_OF_ORDER, pointer, "Must be later than the rung before.");
        }
        return true;
    }

    private RungAction action(@Nullable String text, String pointer) {
        if (text == null) {
            return RungAction.NOTIFY;
        }
        Optional<RungAction> action = findings.constant(text, RungAction.class, Fault.UNFIT_ACTION, pointer);
        if (action.isPresent() && !actions.contains(action.get())) {
            String fit =
                    String.join(", ", actions.stream().map(Enum::name).sorted().toList());
            findings.add(Fault.UNFIT_ACTION, pointer, "Of this kind, a rung can do one of these: " + fit + '.');
        }
        return action.orElse(RungAction.NOTIFY);
    }

    private List<Role> roles(@Nullable List<@Nullable String> names, String pointer) {
        List<Role> roles = new ArrayList<>();
        for (int i = 0; names != null && i < names.size(); i++) {
            String place = pointer + '/' + i;
            findings.constant(names.get(i), Role.class, Fault.UNKNOWN_ROLE, place)
                    .ifPresent(role -> add(role, roles, place));
        }
        return roles;
    }

    private void add(Role role, List<Role> roles, String pointer) {
        if (role == Role.STORE_SYSTEM) {
            findings.add(Fault.UNKNOWN_ROLE, pointer, "A store's software hears of no deadlines.");
        } else if (roles.contains(role)) {
            findings.add(Fault.UNKNOWN_ROLE, pointer, "Is there already.");
        } else {
            roles.add(role);
        }
    }

    /** False, and a finding, when nobody hears of it, or nobody who could see to what it does. */
    private boolean tellsSomebody(RungDraft draft, RungAction action, String pointer) {
        boolean toRoles = named(draft.audience());
        boolean takesAway = action == RungAction.REASSIGN || action == RungAction.RECALL;
        if (takesAway && !toRoles) {
            findings.add(
                    Fault.ACTS_FOR_NOBODY,
                    pointer + "/audience",
                    "Needs a role: somebody has to see to it when there is nobody to take over.");
            return false;
        }
        if (!toRoles && !Boolean.TRUE.equals(draft.owner())) {
            findings.add(Fault.TELLS_NOBODY, pointer, "Needs owner or audience: nobody would hear of it.");
            return false;
        }
        return true;
    }

    private void checkFallback(RungDraft draft, String pointer) {
        if (named(draft.audience()) == named(draft.fallback())) {
            String detail = named(draft.fallback())
                    ? "Must be left out: the audience hears of it anyway."
                    : "Needs a role that hears of it when there is no owner.";
            findings.add(Fault.UNFIT_FALLBACK, pointer, detail);
        }
    }

    private static boolean named(@Nullable List<@Nullable String> roles) {
        return roles != null && !roles.isEmpty();
    }
}

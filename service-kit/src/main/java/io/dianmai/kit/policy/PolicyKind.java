package io.dianmai.kit.policy;

import io.dianmai.kit.problem.Violation;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One rule of a service whose figures are data. The feature that owns the rule makes it a bean; everything else, from the
 * API to how each instance hears of a change, is here.
 *
 * @param name as in addresses, for example {@code grading}; never renamed
 * @param type a record that {@code EventJson} can write and read: what is not {@code @Nullable} must be there
 * @param shipped holds where and while headquarters says nothing
 * @param check refuses what can be read and makes no sense
 */
public record PolicyKind<T>(String name, Class<T> type, T shipped, PolicyCheck<T> check) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,40}");

    public PolicyKind {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(name + ": no name for a kind of policy");
        }
        List<Violation> flaws = check.flaws(shipped);
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException(name + ": what ships has flaws: " + flaws);
        }
    }

    List<Violation> flawsOf(Object policy) {
        return check.flaws(type.cast(policy));
    }
}

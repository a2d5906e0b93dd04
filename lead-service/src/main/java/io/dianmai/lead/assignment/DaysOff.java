package io.dianmai.lead.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 排休: the days on which people of one store are off, beyond those on which the store is closed.
 *
 * @param staff whoever has any
 */
record DaysOff(List<Of> staff) {
    static final DaysOff NONE = new DaysOff(List.of());

    DaysOff {
        staff = List.copyOf(staff);
    }

    /** Days of one of them, in order. */
    record Of(String staffId, List<LocalDate> days) {
        Of {
            days = days.stream().distinct().sorted().toList();
        }
    }

    Set<String> on(LocalDate day) {
        return staff.stream()
                .filter(one -> one.days().contains(day))
                .map(Of::staffId)
                .collect(Collectors.toUnmodifiableSet());
    }

    List<LocalDate> of(String staffId) {
        return staff.stream()
                .filter(one -> one.staffId().equals(staffId))
                .map(Of::days)
                .findFirst()
                .orElse(List.of());
    }

    /** With these days of somebody instead of what was known. */
    DaysOff with(String staffId, List<LocalDate> days) {
        var all = new ArrayList<>(
                staff.stream().filter(one -> !one.staffId().equals(staffId)).toList());
        if (!days.isEmpty()) {
            all.add(new Of(staffId, days));
        }
        all.sort(Comparator.comparing(Of::staffId));
        return new DaysOff(all);
    }
}

package io.dianmai.gateway.registry;

import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Team;
import io.dianmai.kit.calendar.BusinessCalendar;
import io.dianmai.kit.problem.Violation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must hold of a store before the whole platform relies on it. */
final class StoreCheck {
    /** Ids are keys of records, parts of addresses and of composed keys. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private static final int LONGEST_NAME = 100;

    private final StorePublished store;
    private final List<Violation> violations = new ArrayList<>();

    private StoreCheck(StorePublished store) {
        this.store = store;
    }

    /** Everything that is wrong with the store; empty when it may be registered. */
    static List<Violation> violationsOf(StorePublished store) {
        var check = new StoreCheck(store);
        check.identity();
        check.sizes();
        check.time();
        check.teams();
        check.staff();
        return List.copyOf(check.violations);
    }

    private void identity() {
        id("/storeId", store.storeId());
        id("/regionId", store.regionId());
        id("/brandId", store.brandId());
        name("/name", store.name());
        name("/regionName", store.regionName());
        name("/brandName", store.brandName());
    }

    private void sizes() {
        require(store.bays() >= 0, "/bays", "Must not be negative.");
        require(store.parkingSpaces() >= 0, "/parkingSpaces", "Must not be negative.");
    }

    private void time() {
        Optional<ZoneId> zone = zone();
        require(zone.isPresent(), "/zone", "Must be an IANA time zone such as Asia/Shanghai.");
        zone.ifPresent(this::businessHours);
    }

    private void businessHours(ZoneId zone) {
        try {
            var _ = new BusinessCalendar(store.businessHours(), zone);
        } catch (IllegalArgumentException noCalendar) {
            violations.add(new Violation(
                    "/businessHours",
                    "Windows of a day must be in order and not overlap, and the store must be open in most weeks."));
        }
    }

    private void teams() {
        var seen = new HashSet<String>();
        for (int i = 0; i < store.teams().size(); i++) {
            Team team = store.teams().get(i);
            id("/teams/" + i + "/teamId", team.teamId());
            require(seen.add(team.teamId()), "/teams/" + i + "/teamId", "Another team has this id.");
        }
    }

    private void staff() {
        Set<String> teams = store.teams().stream().map(Team::teamId).collect(Collectors.toSet());
        var seen = new HashSet<String>();
        for (int i = 0; i < store.staff().size(); i++) {
            StaffMember member = store.staff().get(i);
            String at = "/staff/" + i;
            id(at + "/staffId", member.staffId());
            require(seen.add(member.staffId()), at + "/staffId", "Somebody else of the store has this id.");
            name(at + "/name", member.name());
            require(!member.roles().isEmpty(), at + "/roles", "At least one role is needed.");
            String team = member.teamId();
            require(team == null || teams.contains(team), at + "/teamId", "The store has no such team.");
            require(inOrder(member.startedOn(), member.leftOn()), at + "/leftOn", "Must not be before startedOn.");
        }
    }

    private static boolean inOrder(@Nullable LocalDate first, @Nullable LocalDate last) {
        return first == null || last == null || !last.isBefore(first);
    }

    private Optional<ZoneId> zone() {
        try {
            return Optional.of(ZoneId.of(store.zone()));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private void id(String pointer, String id) {
        require(ID.matcher(id).matches(), pointer, "Must be 1 to 64 letters, digits, dots, dashes or underscores.");
    }

    private void name(String pointer, String name) {
        require(
                !name.isBlank() && name.length() <= LONGEST_NAME,
                pointer,
                "Must have 1 to " + LONGEST_NAME + " characters.");
    }

    private void require(boolean holds, String pointer, String detail) {
        if (!holds) {
            violations.add(new Violation(pointer, detail));
        }
    }
}

package io.dianmai.kpi.delivery.message;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderDigest;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.kpi.delivery.Language;
import io.dianmai.kpi.delivery.Notice;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What notices have to say, in one language. */
final class NoticeValues {
    /** Those whom the staff of a store does not list. */
    private static final Set<Role> ABOVE_STORES =
            EnumSet.of(Role.GROUP_HQ, Role.BRAND_DIRECTOR, Role.REGIONAL_MANAGER, Role.OPERATIONS);

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ID = 80;
    private static final int MOST_PEOPLE = 8;

    private final Words words;
    private final Places places;
    private final Language language;
    private final Phrases phrases;

    NoticeValues(Words words, Places places, Language language) {
        this.words = words;
        this.places = places;
        this.language = language;
        this.phrases = Phrases.in(language);
    }

    Map<Placeholder, String> of(Notice notice, ReminderFired fired, Instant now) {
        ZoneId zone = places.zone(notice.storeId());
        Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
        values.put(Placeholder.KIND, words.of(language, fired.kind()));
        values.put(Placeholder.STORE, store(notice));
        values.put(Placeholder.ABOUT, PlainLine.of(fired.aggregateId(), LONGEST_ID));
        values.put(Placeholder.DUE, phrases.time(fired.dueAt(), zone));
        values.put(Placeholder.WHEN, phrases.when(Duration.between(now, fired.dueAt())));
        values.put(Placeholder.ACTION, words.of(language, fired.action()));
        values.put(Placeholder.OWNER, fired.ownerId() == null ? "" : name(notice.storeId(), fired.ownerId()));
        values.put(Placeholder.LATE, fired.late() ? phrases.late() : "");
        values.put(Placeholder.PEOPLE, people(notice.storeId(), fired.recipients(), fired.audience()));
        return values;
    }

    Map<Placeholder, String> of(Notice notice, ReminderDigest digest) {
        ZoneId zone = places.zone(notice.storeId());
        Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
        values.put(Placeholder.STORE, store(notice));
        values.put(Placeholder.FROM, phrases.time(digest.firstRungAt(), zone));
        values.put(Placeholder.TO, phrases.time(digest.lastRungAt(), zone));
        values.put(Placeholder.LATE_COUNT, Integer.toString(digest.late()));
        values.put(Placeholder.PEOPLE, people(notice.storeId(), digest.recipients(), digest.audience()));
        values.putAll(totals(Stream.of(notice)));
        return values;
    }

    Map<Placeholder, String> of(List<Notice> notices) {
        Map<Placeholder, String> values = new EnumMap<>(totals(notices.stream()));
        long stores = notices.stream().map(Notice::storeId).distinct().count();
        values.put(Placeholder.STORES, Long.toString(stores));
        return values;
    }

    private Map<Placeholder, String> totals(Stream<Notice> notices) {
        Map<DeadlineKind, Integer> counts = new EnumMap<>(DeadlineKind.class);
        notices.forEach(notice -> count(notice, counts));
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        List<String> each = counts.entrySet().stream()
                .map(entry -> phrases.count(words.of(language, entry.getKey()), entry.getValue()))
                .toList();
        return Map.of(Placeholder.TOTAL, Integer.toString(total), Placeholder.COUNTS, phrases.list(each));
    }

    private static void count(Notice notice, Map<DeadlineKind, Integer> counts) {
        switch (notice.event().data()) {
            case ReminderFired fired -> counts.merge(fired.kind(), 1, Integer::sum);
            case ReminderDigest digest ->
                digest.rungs().forEach(rungs -> counts.merge(rungs.kind(), rungs.count(), Integer::sum));
        }
    }

    private static String store(Notice notice) {
        return PlainLine.of(notice.storeName(), LONGEST_NAME);
    }

    /** People by name, and by role those above the store; roles alone where nobody is named. */
    private String people(String storeId, @Nullable List<String> recipients, List<Role> audience) {
        List<String> staff = recipients == null ? List.of() : recipients;
        Stream<String> names = staff.stream().limit(MOST_PEOPLE).map(id -> name(storeId, id));
        Stream<String> others =
                staff.size() > MOST_PEOPLE ? Stream.of(phrases.others(staff.size() - MOST_PEOPLE)) : Stream.of();
        Stream<String> roles = audience.stream()
                .filter(role -> staff.isEmpty() || ABOVE_STORES.contains(role))
                .map(role -> words.of(language, role));
        return phrases.list(
                Stream.of(names, others, roles).flatMap(each -> each).toList());
    }

    private String name(String storeId, String staffId) {
        return PlainLine.of(places.staffName(storeId, staffId).orElse(staffId), LONGEST_NAME);
    }
}

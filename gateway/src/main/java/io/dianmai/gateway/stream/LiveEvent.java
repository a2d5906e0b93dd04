package io.dianmai.gateway.stream;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.ReminderDigest;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.kit.security.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that happened just now. Sent as JSON under its name. */
sealed interface LiveEvent {
    /** The store it belongs to. */
    String storeId();

    /** The {@code event} field of the stream. */
    String name();

    /** Whether it is this viewer's business. */
    boolean concerns(Viewer viewer);

    /** What is sent as the event's data. */
    Object body();

    /**
     * The counters of a store and business day, as absolute values.
     *
     * @param totals by the counters' catalogue names; zeros may be left out
     */
    record Row(String storeId, LocalDate period, Map<String, Long> totals) implements LiveEvent {
        @Override
        public String name() {
            return "kpi-row";
        }

        @Override
        public boolean concerns(Viewer viewer) {
            return viewer.maySee(storeId);
        }

        @Override
        public Row body() {
            return this;
        }
    }

    /**
     * A rung of a deadline's ladder fired. Who manages others sees all of the store's, the rest their own.
     *
     * @param deadlineId which deadline
     * @param sequence which of the rungs fired for it
     */
    record Reminder(String storeId, String deadlineId, long sequence, ReminderFired fired) implements LiveEvent {
        @Override
        public String name() {
            return "reminder";
        }

        @Override
        public boolean concerns(Viewer viewer) {
            return viewer.maySee(storeId)
                    && (manages(viewer) || isStaff(viewer, fired.ownerId()) || isAmong(viewer, fired.recipients()));
        }

        @Override
        public ReminderBody body() {
            return new ReminderBody(deadlineId + ':' + sequence, storeId, deadlineId, fired);
        }
    }

    /**
     * Many rungs of a store came due together.
     *
     * @param digestId that its reminders name
     * @param firedAt when people were told
     */
    record Digest(String storeId, String digestId, Instant firedAt, ReminderDigest digest) implements LiveEvent {
        @Override
        public String name() {
            return "reminder-digest";
        }

        @Override
        public boolean concerns(Viewer viewer) {
            return viewer.maySee(storeId) && (manages(viewer) || isAmong(viewer, digest.recipients()));
        }

        @Override
        public DigestBody body() {
            return new DigestBody(digestId, storeId, firedAt, digest);
        }
    }

    private static boolean isStaff(Viewer viewer, @Nullable String staffId) {
        return staffId != null && staffId.equals(viewer.staffId());
    }

    private static boolean isAmong(Viewer viewer, @Nullable List<String> staffIds) {
        return staffIds != null && viewer.staffId() != null && staffIds.contains(viewer.staffId());
    }

    private static boolean manages(Viewer viewer) {
        return viewer.roles().stream().anyMatch(LiveEvent::manages);
    }

    private static boolean manages(Role role) {
        return switch (role) {
            case GROUP_HQ,
                    BRAND_DIRECTOR,
                    REGIONAL_MANAGER,
                    GENERAL_MANAGER,
                    SALES_MANAGER,
                    SHOWROOM_SUPERVISOR,
                    SERVICE_MANAGER,
                    WORKSHOP_SUPERVISOR,
                    CUSTOMER_CARE_MANAGER,
                    STORE_SYSTEM,
                    OPERATIONS -> true;
            case SALES_CONSULTANT,
                    PHONE_WEB_DESK,
                    SERVICE_ADVISER,
                    TECHNICIAN,
                    RENEWAL_SPECIALIST,
                    WARRANTY_CLERK,
                    PARTS_MANAGER -> false;
        };
    }

    /**
     * A reminder on the wire: the event's own data, with the store and the deadline beside them.
     *
     * @param id the same as in the list of reminders
     */
    record ReminderBody(
            String id,
            String storeId,
            String deadlineId,
            @JsonUnwrapped ReminderFired reminder) {}

    /**
     * A digest on the wire.
     *
     * @param id the same as in the list of digests
     */
    record DigestBody(
            String id,
            String storeId,
            Instant firedAt,
            @JsonUnwrapped ReminderDigest digest) {}
}

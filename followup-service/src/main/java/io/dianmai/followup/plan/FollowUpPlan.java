package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.CancelReason;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 跟进计划: one per lead and under the lead's id. It always has one task that must be done next, until the lead is
 * delivered, merged or recalled to the company pool; the task it had then stays as the cancelled one. Out of the pool again,
 * it has a new one. A lost customer is asked again each quarter: the plan is closed and has a task all the same.
 *
 * @param dimensions of the lead, as last heard
 * @param level of the lead, as last heard
 * @param tasks how many there have been, the present one included
 * @param lastDone the task that was done last
 * @param closing present once the lead is delivered, lost or merged, and while it is in the pool
 * @param contacts the last {@link #CONTACTS_KEPT}, in the order they were told; left out where only tasks are read
 * @param course absent in what was kept before it was
 */
public record FollowUpPlan(
        String leadId,
        LeadDimensions dimensions,
        @Nullable Level level,
        int tasks,
        FollowUpTask task,
        @Nullable DoneTask lastDone,
        @Nullable Closing closing,
        List<LoggedContact> contacts,
        @Nullable Course course) {
    static final int CONTACTS_KEPT = 50;

    public FollowUpPlan {
        contacts = List.copyOf(Objects.requireNonNullElse(contacts, List.of()));
    }

    /** Whether the lead is under way. */
    public boolean open() {
        return closing == null;
    }

    /** Whether a contact is waited for: of an open lead always, of a lost one each quarter. */
    public boolean waiting() {
        return open() || (lost() && task.purpose() == TaskPurpose.REACTIVATION);
    }

    /** Whether the lead is in the company pool. */
    boolean recalled() {
        return closing != null && closing.reason() == CancelReason.RECALLED;
    }

    boolean lost() {
        return closing != null && closing.reason() == CancelReason.LOST;
    }

    /** Whether the customer has ordered; level O says so too, also of plans from before orders were kept. */
    public boolean hasOrder() {
        return level == Level.O || courseSoFar().ordered();
    }

    /** How far it has come. */
    public Course courseSoFar() {
        return course == null ? Course.of(this) : course;
    }

    /** The id of the next task follows from the plan, so that a decision that is asked again names the same one. */
    String nextTaskId() {
        return taskId(leadId, tasks + 1);
    }

    static String taskId(String leadId, int number) {
        return leadId + ":" + number;
    }

    /** A task that lapsed before this was kept counts under what was last heard of its lead. */
    @Nullable
    LeadDimensions overdueUnder() {
        LeadDimensions kept = task.overdueUnder();
        return task.overdue() && kept == null ? dimensions : kept;
    }

    /** The state with what was last heard of the lead. */
    FollowUpPlan noting(LeadDimensions heard) {
        return new FollowUpPlan(leadId, heard, level, tasks, task, lastDone, closing, contacts, course);
    }

    /** The state with the level last heard. */
    FollowUpPlan noting(Level heard) {
        return new FollowUpPlan(leadId, dimensions, heard, tasks, task, lastDone, closing, contacts, course);
    }

    /** The state once it was heard that the customer was at the store. */
    FollowUpPlan notingVisit(Instant at) {
        return with(courseSoFar().atStore(at));
    }

    /** The state once it was heard that there is an order, or none any more. */
    FollowUpPlan notingOrder(boolean ordered) {
        return with(courseSoFar().ordered(ordered));
    }

    /** The state once a person has moved the task. */
    FollowUpPlan movedByHand() {
        return with(tasks, task.byHand());
    }

    /** The state of a lead that was closed and is under way again. */
    FollowUpPlan reopened() {
        return with((Closing) null);
    }

    /** The state with a note to the last contact. */
    FollowUpPlan noting(String sealedNote) {
        var noted = new ArrayList<>(contacts);
        noted.add(noted.removeLast().noting(sealedNote));
        return with(noted);
    }

    /** The state without what anybody has written down. */
    FollowUpPlan wordless() {
        return with(contacts.stream().map(LoggedContact::wordless).toList());
    }

    FollowUpPlan with(int count, FollowUpTask next) {
        return new FollowUpPlan(leadId, dimensions, level, count, next, lastDone, closing, contacts, course);
    }

    FollowUpPlan with(FollowUpTask next) {
        return with(tasks, next);
    }

    FollowUpPlan with(DoneTask done) {
        return new FollowUpPlan(leadId, dimensions, level, tasks, task, done, closing, contacts, course);
    }

    FollowUpPlan with(@Nullable Closing end) {
        return new FollowUpPlan(leadId, dimensions, level, tasks, task, lastDone, end, contacts, course);
    }

    FollowUpPlan with(List<LoggedContact> log) {
        return new FollowUpPlan(leadId, dimensions, level, tasks, task, lastDone, closing, log, course);
    }

    FollowUpPlan with(Course soFar) {
        return new FollowUpPlan(leadId, dimensions, level, tasks, task, lastDone, closing, contacts, soFar);
    }
}

package io.dianmai.aftersales.complaint;

import io.dianmai.contracts.aftersales.ComplaintEvent;
import io.dianmai.kit.aggregate.AggregateStores;
import io.dianmai.kit.aggregate.Aggregates;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.handover.Handovers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** The complaints of all stores. */
@Component
public class Complaints {
    private final Aggregates<Complaint, ComplaintEvent> complaints;
    private final ComplaintPolicy policy;

    Complaints(AggregateStores stores, ComplaintPolicy policy) {
        this.complaints = stores.of(
                "complaints", Complaint.class, (id, state, event, time) -> Complaint.apply(state, event, time));
        this.policy = policy;
    }

    Optional<Stored<Complaint>> find(String id) {
        return complaints.find(id);
    }

    List<Stored<Complaint>> find(Criteria criteria, Sort sort, int limit) {
        return complaints.find(criteria, sort, limit);
    }

    /** Complaints of a service adviser that are not settled, oldest first. */
    public List<String> openOf(String storeId, String adviserId) {
        var open = Criteria.where("storeId")
                .is(storeId)
                .and("state.dimensions.adviserId")
                .is(adviserId)
                .and("state.resolvedAt")
                .is(null);
        return find(open, Sort.by("state.openedAt", "_id"), Handovers.MOST).stream()
                .map(Stored::id)
                .toList();
    }

    /** Carries out a command on the complaint {@code id}, once. */
    public Outcome<Complaint> execute(String id, Command circumstances, ComplaintCommand command) {
        return complaints.execute(id, circumstances, state -> decide(state, command, circumstances.time()));
    }

    private Decision<ComplaintEvent> decide(@Nullable Complaint state, ComplaintCommand command, Instant time) {
        return switch (command) {
            case ComplaintCommand.Open open -> Complaint.open(state, open, policy, time);
            case ComplaintCommand.Reassign reassign -> onFile(state, complaint -> complaint.reassign(reassign));
            case ComplaintCommand.Answer() -> onFile(state, complaint -> complaint.answer(time));
            case ComplaintCommand.Resolve resolve -> onFile(state, complaint -> complaint.resolve(resolve, time));
        };
    }

    private static Decision<ComplaintEvent> onFile(
            @Nullable Complaint state, Function<Complaint, Decision<ComplaintEvent>> decide) {
        return state != null
                ? decide.apply(state)
                : Decision.refuse(Refusal.notFound(
                        "complaint-unknown", "No complaint is on file under this reference: open it first."));
    }
}

package io.dianmai.aftersales.handover;

import io.dianmai.aftersales.complaint.ComplaintCommand;
import io.dianmai.aftersales.complaint.Complaints;
import io.dianmai.aftersales.repairorder.RepairOrderCommand;
import io.dianmai.aftersales.repairorder.RepairOrders;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.handover.Handover;
import io.dianmai.kit.handover.Handovers;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.web.Outcomes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** 离职交接: repair orders and complaints of a service adviser who leaves go to others, each with its clocks. */
@Component
class JobHandover {
    private static final Refusal NOBODY = Refusal.invalid(
            "no-other-adviser", "The registry knows no other service adviser of the store. Name who takes over.");
    private static final Refusal NOT_AT_STORE = Refusal.invalid(
            "adviser-not-at-store", "The adviser does not work at the store on that day. Name somebody who does.");

    private static final String ORDER = "repair-order:";
    private static final String COMPLAINT = "complaint:";

    private final RepairOrders orders;
    private final Complaints complaints;
    private final StoreReplica stores;
    private final Handovers handovers;

    JobHandover(RepairOrders orders, Complaints complaints, StoreReplica stores, MongoTemplate mongo) {
        this.orders = orders;
        this.complaints = complaints;
        this.stores = stores;
        this.handovers = new Handovers(mongo);
    }

    /** Why nobody can take over, if nobody can. */
    Optional<Refusal> objection(Handover asked) {
        Advisers advisers = advisers(asked);
        if (asked.to() == null) {
            return advisers.deal(asked.id(), asked.from()).isPresent() ? Optional.empty() : Optional.of(NOBODY);
        }
        return advisers.works(asked.to()) ? Optional.empty() : Optional.of(NOT_AT_STORE);
    }

    Handover carryOut(Handover asked) {
        Advisers advisers = advisers(asked);
        return handovers.carryOut(asked, () -> openOf(asked), (handover, job) -> handOver(handover, job, advisers));
    }

    private List<String> openOf(Handover asked) {
        return Stream.concat(
                        orders.openOf(asked.storeId(), asked.from()).stream().map(ORDER::concat),
                        complaints.openOf(asked.storeId(), asked.from()).stream()
                                .map(COMPLAINT::concat))
                .toList();
    }

    private String handOver(Handover handover, String job, Advisers advisers) {
        Optional<String> next = Optional.ofNullable(handover.to()).or(() -> advisers.deal(job, handover.from()));
        return next.map(adviser -> handOver(handover, job, adviser, advisers)).orElse("remaining");
    }

    private String handOver(Handover handover, String job, String adviser, Advisers advisers) {
        var command = handover.commandFor(job);
        if (job.startsWith(ORDER)) {
            var change = new RepairOrderCommand.Reassign(handover.from(), adviser, advisers.teamOf(adviser));
            Outcomes.stored(orders.execute(job.substring(ORDER.length()), command, change));
            return "repairOrders";
        }
        var change = new ComplaintCommand.Reassign(handover.from(), adviser, advisers.teamOf(adviser));
        Outcomes.stored(complaints.execute(job.substring(COMPLAINT.length()), command, change));
        return "complaints";
    }

    private Advisers advisers(Handover asked) {
        LocalDate day = LocalDate.ofInstant(asked.time(), stores.zone(asked.storeId()));
        return Advisers.of(stores.find(asked.storeId()).orElse(null), day);
    }
}

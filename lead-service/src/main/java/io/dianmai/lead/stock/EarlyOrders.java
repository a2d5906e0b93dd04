package io.dianmai.lead.stock;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.dianmai.kit.aggregate.Command;
import io.dianmai.lead.stock.VehicleCommand.Consequence;
import io.dianmai.lead.stock.VehicleCommand.HandedOut;
import io.dianmai.lead.stock.VehicleCommand.Reservation;
import io.dianmai.lead.stock.VehicleCommand.Withdrawal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** What became of orders for vehicles that are yet to come into stock: many are sold while they are still on the way. */
@Component
class EarlyOrders {
    private static final String COLLECTION = "earlyOrders";

    private final MongoTemplate mongo;

    EarlyOrders(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    private enum Kind {
        RESERVATION,
        WITHDRAWAL,
        HANDED_OUT
    }

    /** One of {@link Consequence}, as it is stored, with the command that it came by. */
    record Waiting(
            Command command,
            Kind kind,
            String orderId,
            @Nullable String leadId) {
        static Waiting of(Command command, Consequence consequence) {
            return switch (consequence) {
                case Reservation(String orderId, String leadId) ->
                    new Waiting(command, Kind.RESERVATION, orderId, leadId);
                case Withdrawal(String orderId) -> new Waiting(command, Kind.WITHDRAWAL, orderId, null);
                case HandedOut(String orderId, String leadId) -> new Waiting(command, Kind.HANDED_OUT, orderId, leadId);
            };
        }

        Consequence consequence() {
            return switch (kind) {
                case RESERVATION -> new Reservation(orderId, lead());
                case WITHDRAWAL -> new Withdrawal(orderId);
                case HANDED_OUT -> new HandedOut(orderId, lead());
            };
        }

        private String lead() {
            return Objects.requireNonNull(leadId, "an order is a lead's");
        }
    }

    private record Entry(@Id String vehicleId, List<Waiting> orders) {}

    /** Keeps what an order means for its vehicle; a repeat is the same entry. */
    void keep(String vehicleId, Command command, Consequence consequence) {
        mongo.upsert(
                of(vehicleId),
                new Update().addToSet("orders", Waiting.of(command, consequence)),
                Entry.class,
                COLLECTION);
    }

    /** In the order in which they were kept. */
    List<Waiting> waitingFor(String vehicleId) {
        Entry entry = mongo.findOne(of(vehicleId), Entry.class, COLLECTION);
        return entry == null ? List.of() : entry.orders();
    }

    void forget(String vehicleId) {
        mongo.remove(of(vehicleId), COLLECTION);
    }

    private static Query of(String vehicleId) {
        return query(where("_id").is(vehicleId));
    }
}

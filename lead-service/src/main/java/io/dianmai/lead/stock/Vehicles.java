package io.dianmai.lead.stock;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.lead.StockEvent;
import io.dianmai.kit.aggregate.AggregateStores;
import io.dianmai.kit.aggregate.Aggregates;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.messaging.Effects;
import io.dianmai.kit.personal.SealedText;
import io.dianmai.kit.web.Paging;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** The vehicles of all stores, and the one way to change them: for facts, people and the events of leads alike. */
@Component
class Vehicles {
    static final String COLLECTION = "vehicles";
    static final String STATE = "state.standing.state";
    static final String MODEL = "state.vehicle.model";
    static final String COLOUR = "state.vehicle.colour";
    static final String REFERENCE = "state.vehicle.reference";
    static final String AGED_FROM = "state.agedFrom";
    static final String COST = "state.cost";
    static final String CLASHES = "state.standing.clashes";
    /** Path of the first clash: there is one exactly if it exists. */
    static final String FIRST_CLASH = CLASHES + ".0";

    /** A vehicle is sold again and again, but not that often. */
    private static final int SAME_VIN = 100;

    private final Aggregates<Vehicle, StockEvent> vehicles;

    Vehicles(AggregateStores aggregates, MongoTemplate mongo) {
        this.vehicles = aggregates.of(COLLECTION, Vehicle.class, new VehicleBehaviour());
        var indexes = mongo.indexOps(COLLECTION);
        indexes.createIndex(new Index("storeId", Sort.Direction.ASC)
                .on(AGED_FROM, Sort.Direction.ASC)
                .named("oldest"));
        indexes.createIndex(new Index(STATE, Sort.Direction.ASC)
                .on("storeId", Sort.Direction.ASC)
                .named("board"));
    }

    /** The vehicle that a store calls {@code reference}. */
    static String idOf(String storeId, String reference) {
        return AggregateIds.of(storeId, "vehicle", reference);
    }

    /** Does with a vehicle what is asked. */
    Outcome<Vehicle> carryOut(String id, Command command, VehicleCommand asked) {
        return vehicles.execute(
                id,
                command,
                vehicle -> Intake.decide(vehicle, command.storeId(), asked, command.time()),
                vehicle -> VehicleBehaviour.keep(vehicle, asked, command.time()));
    }

    /** Does with a vehicle what follows from an event. */
    void follow(String id, Command command, VehicleCommand asked) {
        Effects.require(carryOut(id, command, asked));
    }

    /** Nobody knows any more which vehicle it was; false when nobody did. */
    boolean erase(String id) {
        return vehicles.amend(id, Vehicle::erased);
    }

    /** Vehicles that were sold and have this VIN, by its keyed hash. Looks at all that were sold. */
    List<Stored<Vehicle>> soldWithVin(String vinHash) {
        var sold = Criteria.where(STATE)
                .is(StockState.SOLD)
                .and("state.sealedVin")
                .regex('^' + SealedText.withHash(vinHash));
        return vehicles.find(sold, Sort.by("_id"), SAME_VIN);
    }

    Optional<Stored<Vehicle>> find(String id) {
        return vehicles.find(id);
    }

    List<Stored<Vehicle>> find(Criteria filter, Paging paging) {
        return vehicles.find(filter, paging.order(), paging.wanted());
    }

    /** All that match, the longest in stock first, of however many; to be closed. */
    Stream<Stored<Vehicle>> stream(Criteria filter) {
        return vehicles.stream(filter, Sort.by(Sort.Direction.ASC, AGED_FROM, "_id"));
    }

    /** How many match, counted up to {@code most}. */
    long count(Criteria filter, int most) {
        return vehicles.count(filter, most);
    }
}

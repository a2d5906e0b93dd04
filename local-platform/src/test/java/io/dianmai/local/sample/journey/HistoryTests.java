package io.dianmai.local.sample.journey;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.EventTypes;
import io.dianmai.contracts.fact.ContactMade;
import io.dianmai.contracts.fact.JobSettled;
import io.dianmai.contracts.fact.LeadReceived;
import io.dianmai.contracts.fact.OrderCancelled;
import io.dianmai.contracts.fact.OrderSigned;
import io.dianmai.contracts.fact.SettlementReversed;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.contracts.fact.VehicleReceived;
import io.dianmai.contracts.fact.VisitReceived;
import io.dianmai.contracts.fact.WorkFinished;
import io.dianmai.contracts.lead.VisitKind;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.local.sample.group.Group;
import io.dianmai.local.sample.group.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoryTests {
    private static final Instant END = Instant.parse("2026-11-21T06:15:00Z");
    private static final Group GROUP = Group.load();
    private static final History HISTORY = History.until(END, GROUP);

    @Test
    void isTheSameEachTime() {
        assertThat(History.until(END, Group.load())).isEqualTo(HISTORY);
    }

    @Test
    void onlyShiftsTheSplitWhenAskedALittleLater() {
        History later = History.until(END.plus(Duration.ofHours(1)), GROUP);

        assertThat(Stream.concat(later.past().stream(), later.future().stream()))
                .containsExactlyElementsOf(Stream.concat(HISTORY.past().stream(), HISTORY.future().stream())
                        .toList());
    }

    @Test
    void endsWhereItIsToldTo() {
        assertThat(HISTORY.past()).allMatch(fact -> !fact.time().isAfter(END));
        assertThat(HISTORY.future()).isNotEmpty().allMatch(fact -> fact.time().isAfter(END));
        assertThat(HISTORY.past().getFirst().time())
                .isBetween(END.minus(Duration.ofDays(91)), END.minus(Duration.ofDays(89)));
    }

    @Test
    void hasAboutAsManyFactsAsCanBeToldInAMinuteOrTwo() {
        assertThat(HISTORY.past()).hasSizeBetween(15_000, 20_000);
    }

    @Test
    void isInOrderOfTimeAndEveryStepIsLegal() {
        var legality = new Legality();
        Instant last = Instant.MIN;
        for (SampleFact fact : all()) {
            assertThat(fact.time()).isAfterOrEqualTo(last);
            legality.follow(fact);
            last = fact.time();
        }
    }

    @Test
    void namesEveryFactOnce() {
        assertThat(all()).extracting(SampleFact::id).doesNotHaveDuplicates();
    }

    @Test
    void fitsTheSchemasOfStoreSystems() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(Dialect.builder(Dialects.getDraft202012())
                .keyword(new AnnotationKeyword("x-personal"))
                .build());
        Map<String, Schema> schemas = new HashMap<>();
        for (SampleFact fact : all()) {
            String type = EventTypes.nameOf(fact.data().getClass());
            Schema schema = schemas.computeIfAbsent(
                    type,
                    name -> registry.getSchema(
                            Objects.requireNonNull(StoreFact.class.getResourceAsStream("/schemas/" + name + ".json"))));
            assertThat(schema.validate(EventJson.MAPPER.valueToTree(fact.data())))
                    .as(fact.id())
                    .isEmpty();
        }
        assertThat(Arrays.stream(StoreFact.class.getPermittedSubclasses())
                        .filter(fact -> !schemas.containsKey(EventTypes.nameOf(fact.asSubclass(StoreFact.class))))
                        .map(Class::getSimpleName))
                .as("of which the sample group does not tell")
                .isEmpty();
    }

    @Test
    void namesOnlyPeopleOfTheStore() {
        Map<String, Set<String>> staff = GROUP.stores().stream().collect(toMap(Store::id, HistoryTests::staffOf));
        for (SampleFact fact : all()) {
            String named = named(fact.data());
            if (named != null) {
                assertThat(staff.get(fact.storeId())).as(fact.id()).contains(named);
            }
        }
    }

    @Test
    void looksLikeATrade() {
        double visits = count(fact -> fact instanceof VisitReceived);
        double calls = count(fact -> fact instanceof VisitReceived visit && visit.kind() == VisitKind.CALL);
        double leads = count(fact -> fact instanceof LeadReceived);
        double orders = count(fact -> fact instanceof OrderSigned);

        assertThat(calls / visits).isBetween(0.2, 0.45);
        assertThat(orders / leads).isBetween(0.1, 0.2);
    }

    @Test
    void hasAFewThingsPutRight() {
        double orders = count(fact -> fact instanceof OrderSigned);
        double settlements = count(fact -> fact instanceof JobSettled);

        assertThat(count(fact -> fact instanceof OrderCancelled) / orders).isBetween(0.03, 0.12);
        assertThat(count(fact -> fact instanceof SettlementReversed) / settlements)
                .isBetween(0.02, 0.07);
    }

    @Test
    void makesSomeStoresBetterThanOthers() {
        Map<String, Long> orders = HISTORY.past().stream()
                .filter(fact -> fact.data() instanceof OrderSigned)
                .collect(groupingBy(SampleFact::storeId, counting()));

        assertThat(orders).hasSize(12);
        assertThat(orders.getOrDefault("sh-pudong", 0L)).isGreaterThan(2 * orders.getOrDefault("dg-nancheng", 0L));
    }

    private static Set<String> staffOf(Store store) {
        return store.registered().staff().stream().map(StaffMember::staffId).collect(toSet());
    }

    private static long count(Predicate<StoreFact> wanted) {
        return HISTORY.past().stream().map(SampleFact::data).filter(wanted).count();
    }

    private static List<SampleFact> all() {
        return Stream.concat(HISTORY.past().stream(), HISTORY.future().stream()).toList();
    }

    private static @Nullable String named(StoreFact fact) {
        return switch (fact) {
            case LeadReceived lead -> lead.advisorId();
            case VisitReceived visit -> visit.advisorId();
            case ContactMade contact -> contact.advisorId();
            case VehicleReceived received -> received.adviserId();
            case WorkFinished finished -> finished.technicianId();
            default -> null;
        };
    }
}

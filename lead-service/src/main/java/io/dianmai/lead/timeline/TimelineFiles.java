package io.dianmai.lead.timeline;

import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.EventTypes;
import io.dianmai.contracts.FreeText;
import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.customer.Customer;
import io.dianmai.kit.customer.CustomerFiles;
import io.dianmai.kit.customer.HeldFile;
import io.dianmai.lead.lead.Lead;
import io.dianmai.lead.lead.Leads;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What timelines say of a customer: the masks of name and phone, and what people said in words. */
@Component
class TimelineFiles implements CustomerFiles {
    private final Leads leads;
    private final Timelines timelines;
    private final Clock clock;

    TimelineFiles(Leads leads, Timelines timelines, Clock clock) {
        this.leads = leads;
        this.timelines = timelines;
        this.clock = clock;
    }

    @Override
    public List<HeldFile> export(Customer customer) {
        List<HeldFile> held = new ArrayList<>();
        for (Stored<Lead> lead : leads.find(customer.leadIds())) {
            List<TimelineEntry> entries = timelines.read(chunks(lead)).stream()
                    .sorted(TimelineEntry.NEWEST_FIRST)
                    .toList();
            if (!entries.isEmpty()) {
                held.add(new HeldFile("timeline", lead.id(), lead.storeId(), Map.of("entries", entries)));
            }
        }
        return List.copyOf(held);
    }

    @Override
    public int erase(Customer customer) {
        return leads.find(customer.leadIds()).stream()
                .mapToInt(lead -> timelines.rewrite(chunks(lead), TimelineFiles::wordless))
                .sum();
    }

    private List<String> chunks(Stored<Lead> lead) {
        return Chunk.idsOf(lead.id(), lead.state().registeredAt(), clock.instant());
    }

    /** The data of an entry without what may speak of the customer. */
    private static String wordless(String type, String data) {
        Set<String> telling = EventTypes.byName(type).stream()
                .flatMap(
                        event -> Stream.of(Objects.requireNonNull(event.getRecordComponents(), "an event is a record")))
                .filter(TimelineFiles::isTelling)
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
        if (!(EventJson.MAPPER.readTree(data) instanceof ObjectNode told)
                || telling.stream().noneMatch(told::has)) {
            return data;
        }
        told.remove(telling);
        return EventJson.MAPPER.writeValueAsString(told);
    }

    private static boolean isTelling(RecordComponent component) {
        return component.getType() == MaskedCustomer.class || component.isAnnotationPresent(FreeText.class);
    }
}

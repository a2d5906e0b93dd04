package io.dianmai.lead.lead;

import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.web.Cursors;
import io.dianmai.kit.web.Page;
import io.dianmai.lead.lead.LeadOrder.Stretch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Pages of leads in any {@link LeadOrder}: a cursor names stretch, value and id of the last lead shown. */
@Component
class LeadPages {
    private final Leads leads;

    LeadPages(Leads leads) {
        this.leads = leads;
    }

    private record Found(int stretch, Stored<Lead> lead) {}

    private record Place(int stretch, long value, String id) {
        static @Nullable Place read(LeadOrder order, @Nullable String cursor) {
            if (cursor == null) {
                return null;
            }
            List<String> parts = Cursors.read(cursor, 4);
            long stretch = Cursors.number(parts.get(1));
            if (!parts.get(0).equals(order.name())
                    || stretch < 0
                    || stretch >= order.stretches().size()) {
                throw ProblemException.invalid(
                        List.of(new Violation("cursor", "Must be taken from a page with the same sort.")));
            }
            return new Place((int) stretch, Cursors.number(parts.get(2)), parts.get(3));
        }
    }

    Page<LeadView> page(LeadOrder order, Criteria wanted, int limit, @Nullable String cursor) {
        List<Stretch> stretches = order.stretches();
        Place after = Place.read(order, cursor);
        List<Found> found = new ArrayList<>();
        for (int at = after == null ? 0 : after.stretch(); at < stretches.size() && found.size() <= limit; at++) {
            Stretch stretch = stretches.get(at);
            List<Criteria> all = new ArrayList<>(List.of(wanted, stretch.only()));
            if (after != null && after.stretch() == at) {
                all.add(stretch.beyond(after.value(), after.id()));
            }
            int here = at;
            leads.find(new Criteria().andOperator(all), stretch.sort(), limit + 1 - found.size())
                    .forEach(lead -> found.add(new Found(here, lead)));
        }
        List<Found> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(
                shown.stream().map(one -> LeadView.of(one.lead())).toList(),
                found.size() > limit ? cursorOf(order, shown.getLast()) : null);
    }

    private static String cursorOf(LeadOrder order, Found last) {
        long value = order.stretches()
                .get(last.stretch())
                .value()
                .applyAsLong(last.lead().state());
        return Cursors.of(order, last.stretch(), value, last.lead().id());
    }
}

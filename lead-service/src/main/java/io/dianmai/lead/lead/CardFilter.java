package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.CustomerClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which leads are wanted by what their cards say; what is absent does not matter.
 *
 * @param model wanted, or sold
 * @param reference part of the store system's id of the lead, or of a registration that joined it, in whichever case
 * @param from put on file at that time or after it
 * @param to put on file before that time
 * @param clashed those that another store had first; with false the others
 */
record CardFilter(
        @Nullable Channel channel,
        @Nullable CustomerClass customerClass,
        @Nullable String model,
        @Nullable String activityId,
        @Nullable String teamId,
        @Nullable String reference,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Boolean clashed) {

    List<Criteria> all() {
        List<Criteria> all = new ArrayList<>();
        add(all, "state.dimensions.channel", channel);
        add(all, "state.customerClass", customerClass);
        add(all, "state.dimensions.model", model);
        add(all, "state.dimensions.activityId", activityId);
        add(all, "state.dimensions.teamId", teamId);
        if (reference != null) {
            all.add(named(Pattern.compile(Pattern.quote(reference), Pattern.CASE_INSENSITIVE)));
        }
        if (from != null) {
            all.add(Criteria.where(Leads.REGISTERED_AT).gte(from));
        }
        if (to != null) {
            all.add(Criteria.where(Leads.REGISTERED_AT).lt(to));
        }
        if (clashed != null) {
            all.add(Criteria.where(Leads.CLASH).exists(clashed));
        }
        return all;
    }

    private static Criteria named(Pattern part) {
        return new Criteria()
                .orOperator(
                        Criteria.where("state.reference").regex(part),
                        Criteria.where("state.card.joined").regex(part));
    }

    private static void add(List<Criteria> all, String field, @Nullable Object value) {
        if (value != null) {
            all.add(Criteria.where(field).is(value));
        }
    }
}

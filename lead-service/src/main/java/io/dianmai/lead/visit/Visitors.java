package io.dianmai.lead.visit;

import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.lead.duplicate.PhoneClaims;
import io.dianmai.lead.duplicate.PhoneOwners.Owner;
import io.dianmai.lead.lead.Lead;
import io.dianmai.lead.lead.Leads;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Recognises the parties that come or call, by the lead that is named or by the phone that they leave. */
@Component
class Visitors {
    private final Leads leads;
    private final PhoneClaims claims;
    private final VisitorCards cards;
    private final StoreReplica stores;

    Visitors(Leads leads, PhoneClaims claims, VisitorCards cards, StoreReplica stores) {
        this.leads = leads;
        this.claims = claims;
        this.cards = cards;
        this.stores = stores;
    }

    Acquaintance recognise(String visitId, Command command, VisitEntry entry) {
        String phone = entry.customer().phoneHash();
        if (entry.leadId() == null && phone == null) {
            return new Acquaintance(null, null, entry.repeat());
        }
        boolean leftBefore = phone != null && cards.leftBefore(visitId, command.storeId(), phone);
        Optional<Stored<Lead>> lead = lead(command.storeId(), entry.leadId(), phone);
        boolean came = lead.filter(
                        known -> Acquaintance.cameBefore(known.state(), command.time(), stores.zone(command.storeId())))
                .isPresent();
        return new Acquaintance(
                entry.leadId() == null ? openId(lead) : leads.goingOn(entry.leadId()),
                lead.map(known -> known.state().registeredAt()).orElse(null),
                entry.repeat() == null ? Boolean.valueOf(leftBefore || came) : entry.repeat());
    }

    private Optional<Stored<Lead>> lead(String storeId, @Nullable String named, @Nullable String phone) {
        if (named != null) {
            return leads.find(leads.goingOn(named));
        }
        return Optional.ofNullable(phone)
                .flatMap(claims::find)
                .flatMap(owners -> owners.at(storeId))
                .map(Owner::leadId)
                .flatMap(leads::find)
                .filter(holder ->
                        phone != null && phone.equals(holder.state().customer().phoneHash()))
                .flatMap(holder -> leads.find(leads.goingOn(holder.id())));
    }

    /** A visit is told to nobody's lead whose customer has bought or is lost: somebody has to say so. */
    private static @Nullable String openId(Optional<Stored<Lead>> lead) {
        return lead.filter(known -> known.state().open()).map(Stored::id).orElse(null);
    }
}

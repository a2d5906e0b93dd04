package io.dianmai.lead.lead;

import io.dianmai.kit.org.RegisteredStores;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.personal.SealedCustomer;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.GivenCommands;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes registrations of requests, one by one or many at once. */
@Component
class Registering {
    private final Leads leads;
    private final GivenCommands commands;
    private final PersonalDataSealer sealer;
    private final RegisteredStores registeredStores;

    Registering(Leads leads, GivenCommands commands, PersonalDataSealer sealer, RegisteredStores registeredStores) {
        this.registeredStores = registeredStores;
        this.leads = leads;
        this.commands = commands;
        this.sealer = sealer;
    }

    /** Puts a customer on file for the caller; another store's is refused with 404. */
    Registered register(RegistrationRequest body, @Nullable String key, Viewer viewer) {
        registeredStores.require(body.storeId(), viewer);
        SealedCustomer customer = body.sealed(sealer);
        var registration = body.registration(customer.masked());
        var command = commands.given(body.storeId(), body.time(), key, registration);
        String id = GivenCommands.newId(body.storeId(), "lead", body.leadRef(), key);
        return leads.putOnFile(id, command, registration, customer);
    }
}

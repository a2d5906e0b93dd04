package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.GradingCriterion;
import io.dianmai.contracts.lead.Interest;
import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.personal.SealedCustomer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of a request that puts a customer on file.
 *
 * @param leadRef the store system's own id, where it has one: facts then speak of the same lead
 */
record RegistrationRequest(
        @NotBlank @Size(max = 100) String storeId,
        @Nullable @Size(min = 1, max = 100) String leadRef,
        @NotNull Channel channel,
        @Nullable CustomerClass customerClass,
        @Nullable @Size(max = 100) String customerName,
        @Nullable @Size(max = 40) String phone,
        @Nullable @Size(max = 100) String model,
        @Nullable @Size(max = 100) String activityId,
        @Nullable @Size(max = 100) String advisorId,
        @Nullable @Size(max = 20) List<@NotNull GradingCriterion> criteria,
        @Nullable @Valid Interest interest,
        @Nullable @Valid ConsentGiven consent,
        @Nullable Instant time) {

    SealedCustomer sealed(PersonalDataSealer sealer) {
        return CustomerSeal.of(sealer, customerName, phone);
    }

    LeadCommand.Registration registration(MaskedCustomer customer) {
        return new LeadCommand.Registration(
                leadRef,
                channel,
                customerClass == null ? CustomerClass.PROSPECT : customerClass,
                customer,
                model,
                activityId,
                advisorId,
                criteria == null ? List.of() : criteria,
                interest,
                consent == null ? null : consent.consent(),
                null);
    }
}

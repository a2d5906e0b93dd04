package io.dianmai.lead.lead;

import io.dianmai.contracts.Personal.Kind;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.personal.SealedCustomer;
import io.dianmai.kit.personal.SealedText;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.problem.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Seals the name and phone in a request, before anything else is done with it. */
public final class CustomerSeal {
    private static final ProblemType NO_PHONE =
            ProblemType.of("not-a-phone", "The phone is none", HttpStatus.BAD_REQUEST);

    private CustomerSeal() {}

    /**
     * A customer of whom both may be unknown.
     *
     * @throws ProblemException 400 {@code not-a-phone} when the phone is none, 400 when the name is blank
     */
    public static SealedCustomer of(PersonalDataSealer sealer, @Nullable String name, @Nullable String phone) {
        return new SealedCustomer(
                name == null ? null : sealer.sealAt("/customerName", Kind.NAME, name),
                phone == null ? null : phone(sealer, phone));
    }

    /** As {@link #of(PersonalDataSealer, String, String)}, with an ID number that may be unknown too. */
    public static SealedCustomer of(
            PersonalDataSealer sealer, @Nullable String name, @Nullable String phone, @Nullable String idNumber) {
        SealedCustomer customer = of(sealer, name, phone);
        return new SealedCustomer(
                customer.name(),
                customer.phone(),
                idNumber == null ? null : sealer.sealAt("/idNumber", Kind.ID_NUMBER, idNumber));
    }

    /** A phone that stands at {@code /phone} in the body. */
    static SealedText phone(PersonalDataSealer sealer, String phone) {
        return sealer.seal(Kind.PHONE, phone).orElseThrow(CustomerSeal::noPhone);
    }

    private static ProblemException noPhone() {
        var violation =
                new Violation("/phone", "Must be a phone number in China, for example 138 0013 8000 or 010-12345678.");
        return new ProblemException(
                NO_PHONE,
                "The phone cannot be dialled: it has letters, or too few or too many digits.",
                Map.of("errors", List.of(violation)));
    }
}

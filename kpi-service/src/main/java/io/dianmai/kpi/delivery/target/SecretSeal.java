package io.dianmai.kpi.delivery.target;

import io.dianmai.contracts.Personal.Kind;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.personal.SealedText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Seals addresses and secrets of targets with the key of the platform, as personal data are. */
@Component
class SecretSeal {
    /** A sealed text shows its first character: this one, of every secret. */
    private static final String SHOWN = "x";

    private final PersonalDataSealer sealer;

    SecretSeal(PersonalDataSealer sealer) {
        this.sealer = sealer;
    }

    String seal(String clear) {
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(clear.getBytes(StandardCharsets.UTF_8));
        return sealer.seal(Kind.NAME, SHOWN + encoded).orElseThrow().text();
    }

    /** @throws IllegalArgumentException when it was sealed with another key */
    String open(String sealed) {
        String encoded = sealer.unseal(SealedText.parse(sealed)).substring(SHOWN.length());
        return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
    }
}

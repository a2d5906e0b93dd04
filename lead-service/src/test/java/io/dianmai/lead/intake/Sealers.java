package io.dianmai.lead.intake;

import io.dianmai.kit.personal.PersonalDataSealer;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A sealer with a key of its own, for tests without a service around them. */
public final class Sealers {
    private static final String WIRING = "io.dianmai.kit.personal.PersonalAutoConfiguration";

    private Sealers() {}

    public static PersonalDataSealer create() {
        var sealer = new AtomicReference<PersonalDataSealer>();
        try {
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(Class.forName(WIRING)))
                    .withPropertyValues(
                            "dianmai.personal.key=" + Base64.getEncoder().encodeToString(new byte[32]))
                    .run(context -> sealer.set(context.getBean(PersonalDataSealer.class)));
        } catch (ClassNotFoundException moved) {
            throw new AssertionError(moved);
        }
        return Objects.requireNonNull(sealer.get());
    }
}

package io.dianmai.gateway.customer;

import io.dianmai.gateway.customer.Erasure.Part;
import io.dianmai.gateway.customer.Erasure.State;
import io.dianmai.kit.background.BackgroundLoop;
import io.dianmai.kit.customer.Customer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries erasures out, step by step, each step kept: whoever comes after a crash goes on. A service that is away is asked
 * again until it has done it.
 */
@Component
final class ErasureWorker extends BackgroundLoop {
    private static final Logger log = LoggerFactory.getLogger(ErasureWorker.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final Erasures erasures;
    private final CustomerServices services;
    private final CustomerSettings settings;
    private final Clock clock;

    ErasureWorker(Erasures erasures, CustomerServices services, CustomerSettings settings, Clock clock) {
        super("erasures", Duration.ZERO, LOOK_AGAIN);
        this.erasures = erasures;
        this.services = services;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected Duration step() {
        return workOnce() ? Duration.ZERO : LOOK_AGAIN;
    }

    /** Does what is due of one erasure; false when nothing is. */
    boolean workOnce() {
        Instant now = clock.instant();
        Optional<Erasure> due = erasures.claim(now, now.plus(settings.lease()));
        due.ifPresent(this::carryOut);
        return due.isPresent();
    }

    private void carryOut(Erasure erasure) {
        Customer known = erasure.customer();
        if (known == null) {
            erasures.finish(erasure.id(), clock.instant());
            return;
        }
        try {
            Customer customer = services.trace(known);
            erasures.traced(erasure.id(), customer);
            if (askAll(erasure, customer)) {
                next(erasure);
            } else {
                erasures.waitUntil(
                        erasure.id(), erasure.state(), clock.instant().plus(settings.retry()));
            }
        } catch (ServiceAway away) {
            log.warn("erasure {} waits: {}", erasure.id(), away.getMessage());
            erasures.waitUntil(erasure.id(), erasure.state(), clock.instant().plus(settings.retry()));
        }
    }

    /** Whether all services have done the round. One that is away does not keep the others from it. */
    private boolean askAll(Erasure erasure, Customer customer) {
        List<Part> parts = new ArrayList<>(erasure.parts());
        boolean all = true;
        for (int index = 0; index < parts.size(); index++) {
            Part part = parts.get(index);
            if (part.rounds() < erasure.round()) {
                Optional<Integer> found = ask(erasure, part, customer);
                all &= found.isPresent();
                if (found.isPresent()) {
                    parts.set(index, part.lookedAgain(found.get(), clock.instant()));
                    erasures.put(erasure.id(), parts);
                }
            }
        }
        return all;
    }

    private Optional<Integer> ask(Erasure erasure, Part part, Customer customer) {
        try {
            return Optional.of(services.erase(part.service(), customer));
        } catch (ServiceAway away) {
            log.warn("erasure {} waits: {}", erasure.id(), away.getMessage());
            return Optional.empty();
        }
    }

    private void next(Erasure erasure) {
        Instant now = clock.instant();
        if (erasure.state() == State.ASKED) {
            erasures.waitUntil(erasure.id(), State.ERASED, now.plus(settings.secondLook()));
            log.info("erasure {}: every service has forgotten the customer", erasure.id());
        } else {
            erasures.finish(erasure.id(), now);
            log.info("erasure {} is finished", erasure.id());
        }
    }
}

package io.dianmai.kpi.delivery.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The templates that hold now: headquarters' own, else those that ship. A change is seen by every instance within a second. */
public final class TemplateBook implements Wording.Templates {
    private static final Logger LOG = LoggerFactory.getLogger(TemplateBook.class);
    private static final Duration FRESH_FOR = Duration.ofSeconds(1);

    private final Map<TemplateKey, MessageTemplate> shipped;
    private final Supplier<Map<TemplateKey, OwnTemplate>> archive;
    private final Clock clock;
    private volatile Copy copy = new Copy(Map.of(), Instant.MIN);

    private record Copy(Map<TemplateKey, MessageTemplate> templates, Instant readAt) {}

    TemplateBook(
            Map<TemplateKey, MessageTemplate> shipped, Supplier<Map<TemplateKey, OwnTemplate>> archive, Clock clock) {
        this.shipped = Map.copyOf(shipped);
        this.archive = archive;
        this.clock = clock;
    }

    @Override
    public MessageTemplate of(TemplateKey key) {
        return Objects.requireNonNull(fresh().get(key), key::id);
    }

    /** The one that ships. */
    public MessageTemplate shipped(TemplateKey key) {
        return Objects.requireNonNull(shipped.get(key), key::id);
    }

    private Map<TemplateKey, MessageTemplate> fresh() {
        Instant now = clock.instant();
        Copy last = copy;
        if (last.readAt().isBefore(now.minus(FRESH_FOR))) {
            Map<TemplateKey, MessageTemplate> templates = new HashMap<>(shipped);
            archive.get()
                    .values()
                    .forEach(own -> checked(own).ifPresent(template -> templates.put(own.key(), template)));
            last = new Copy(Map.copyOf(templates), now);
            copy = last;
        }
        return last.templates();
    }

    /** One that was kept by another version, and is none to this one, must not keep people from hearing. */
    private static Optional<MessageTemplate> checked(OwnTemplate own) {
        TemplateText text = own.text();
        if (text == null) {
            return Optional.empty();
        }
        return switch (MessageTemplate.check(text, own.key().subject().shape())) {
            case MessageTemplate.Checked.Good(MessageTemplate template) -> Optional.of(template);
            case MessageTemplate.Checked.Bad(var flaws) -> {
                LOG.warn("template {} is not used: {}", own.key().id(), flaws);
                yield Optional.empty();
            }
        };
    }
}

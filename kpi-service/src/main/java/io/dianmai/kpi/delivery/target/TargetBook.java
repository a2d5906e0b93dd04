package io.dianmai.kpi.delivery.target;

import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.TargetScope;
import io.dianmai.kpi.delivery.target.KeptTarget.KeptSecret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** All targets, one document each. Every instance reads them anew after a second at most. */
@Component
public class TargetBook {
    private static final Logger LOG = LoggerFactory.getLogger(TargetBook.class);
    private static final Duration FRESH_FOR = Duration.ofSeconds(1);

    private final MongoTemplate mongo;
    private final SecretSeal seal;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(List.of(), Instant.MIN);

    private record Snapshot(List<DeliveryTarget> targets, Instant readAt) {}

    TargetBook(MongoTemplate mongo, SecretSeal seal, Clock clock) {
        this.mongo = mongo;
        this.seal = seal;
        this.clock = clock;
    }

    /** Those that can be delivered to, at most a second old. */
    public List<DeliveryTarget> current() {
        return asOf(clock.instant().minus(FRESH_FOR));
    }

    /** The same, not older than a moment: whoever made a target before it is heard. */
    public List<DeliveryTarget> asOf(Instant moment) {
        Snapshot read = snapshot;
        if (read.readAt().isBefore(moment)) {
            Instant now = clock.instant();
            read = new Snapshot(all().stream().map(TargetVersion::target).toList(), now);
            snapshot = read;
        }
        return read.targets();
    }

    /** As they are now, in order of names. */
    public List<TargetVersion> all() {
        Query all = new Query().with(Sort.by("name", "_id"));
        return mongo.find(all, KeptTarget.class).stream()
                .flatMap(kept -> opened(kept).stream())
                .toList();
    }

    public Optional<TargetVersion> find(String id) {
        return Optional.ofNullable(mongo.findById(id, KeptTarget.class)).flatMap(this::opened);
    }

    public long count() {
        return mongo.count(new Query(), KeptTarget.class);
    }

    public TargetVersion add(DeliveryTarget target, String by) {
        List<KeptSecret> secrets = target.secrets().stream().map(this::present).toList();
        mongo.insert(kept(target, 1, secrets, by));
        return new TargetVersion(target, 1);
    }

    /**
     * Puts a changed target in the place of the version that was read; empty when that is no longer the present one. A
     * secret that is replaced goes on signing until the overlap ends.
     */
    public Optional<TargetVersion> replace(TargetVersion present, DeliveryTarget changed, Duration overlap, String by) {
        KeptTarget before = mongo.findOne(version(present), KeptTarget.class);
        if (before == null) {
            return Optional.empty();
        }
        KeptTarget after =
                kept(changed, present.revision() + 1, secrets(before, present.target(), changed, overlap), by);
        boolean won = mongo.replace(version(present), after).getMatchedCount() == 1;
        return won ? Optional.of(new TargetVersion(changed, after.revision())) : Optional.empty();
    }

    private List<KeptSecret> secrets(
            KeptTarget before, DeliveryTarget present, DeliveryTarget changed, Duration overlap) {
        List<String> wanted = changed.secrets();
        if (wanted.isEmpty() || present.secrets().stream().limit(1).anyMatch(wanted.getFirst()::equals)) {
            return before.secrets();
        }
        Instant until = clock.instant().plus(overlap);
        return Stream.concat(
                        Stream.of(present(wanted.getFirst())),
                        before.secrets().stream().limit(1).map(former -> new KeptSecret(former.sealed(), until)))
                .toList();
    }

    private KeptSecret present(String clear) {
        return new KeptSecret(seal.seal(clear), null);
    }

    public boolean remove(TargetVersion present) {
        return mongo.remove(version(present), KeptTarget.class).getDeletedCount() == 1;
    }

    private static Query version(TargetVersion version) {
        return Query.query(
                Criteria.where("_id").is(version.target().id()).and("revision").is(version.revision()));
    }

    private KeptTarget kept(DeliveryTarget target, long revision, List<KeptSecret> secrets, String by) {
        return new KeptTarget(
                target.id(),
                revision,
                target.name(),
                target.channel(),
                target.scope().text(),
                target.kinds().stream().sorted().toList(),
                target.roles().stream().sorted().toList(),
                target.language(),
                KeptTarget.KeptQuiet.of(target.quietHours()),
                seal.seal(target.address()),
                secrets,
                target.createdAt(),
                by,
                clock.instant());
    }

    /** One that was sealed with another key is told of and left out: the others go on. */
    private Optional<TargetVersion> opened(KeptTarget kept) {
        try {
            Instant now = clock.instant();
            DeliveryTarget target = new DeliveryTarget(
                    kept.id(),
                    kept.name(),
                    kept.channel(),
                    TargetScope.parse(kept.scope()).orElseThrow(() -> new IllegalArgumentException("its scope")),
                    Set.copyOf(kept.kinds()),
                    Set.copyOf(kept.roles()),
                    kept.language(),
                    kept.quiet() == null ? null : kept.quiet().hours(),
                    seal.open(kept.address()),
                    kept.secrets().stream()
                            .filter(secret -> secret.holds(now))
                            .map(secret -> seal.open(secret.sealed()))
                            .toList(),
                    kept.createdAt());
            return Optional.of(new TargetVersion(target, kept.revision()));
        } catch (IllegalArgumentException unreadable) {
            LOG.error("delivery target {} cannot be read and is left out", kept.id(), unreadable);
            return Optional.empty();
        }
    }
}

package io.dianmai.kpi.delivery.robot;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * When each robot was last spoken to, one document for a robot: all instances, and all targets with the same robot, share its
 * limit. A place is taken before the message leaves, so that a crash between the two costs a place and not the limit.
 */
@Component
class RobotPace {
    private static final String COLLECTION = "robot_pace";
    private static final String ID = "_id";
    private static final String SENT = "sent";
    private static final String REVISION = "revision";
    /** After somebody else was faster. */
    private static final Duration A_MOMENT = Duration.ofMillis(200);

    private final MongoTemplate mongo;

    RobotPace(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * Takes a place for one message.
     *
     * @return how long to wait before asking again; empty when the place is taken
     */
    Optional<Duration> take(String robotAddress, List<RateWindow> windows, Instant now) {
        String id = hash(robotAddress);
        @Nullable Document before = documents().find(eq(ID, id)).first();
        List<Instant> sent = before == null ? List.of() : sent(before);
        Optional<Duration> wait = windows.stream()
                .flatMap(window -> window.waitAt(now, sent).stream())
                .max(Duration::compareTo);
        if (wait.isPresent()) {
            return wait;
        }
        int most = windows.stream().mapToInt(RateWindow::most).max().orElse(1);
        List<Long> after = Stream.concat(sent.stream(), Stream.of(now))
                .sorted()
                .skip(Math.max(0, sent.size() + 1 - most))
                .map(Instant::toEpochMilli)
                .toList();
        return keep(id, before, after) ? Optional.empty() : Optional.of(A_MOMENT);
    }

    private boolean keep(String id, @Nullable Document before, List<Long> sent) {
        int revision = before == null ? 0 : before.getInteger(REVISION);
        Document document = new Document(ID, id).append(SENT, sent).append(REVISION, revision + 1);
        if (before != null) {
            return documents()
                            .replaceOne(and(eq(ID, id), eq(REVISION, revision)), document)
                            .getMatchedCount()
                    == 1;
        }
        try {
            documents().insertOne(document);
            return true;
        } catch (MongoWriteException failed) {
            if (failed.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failed;
        }
    }

    private static List<Instant> sent(Document document) {
        return document.getList(SENT, Long.class).stream()
                .map(Instant::ofEpochMilli)
                .toList();
    }

    /** The address is a secret: whoever knows it can write to the group. */
    private static String hash(String address) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }
}

package io.dianmai.kpi.delivery.webhook;

import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kpi.delivery.Attempt;
import io.dianmai.kpi.delivery.Channel;
import io.dianmai.kpi.delivery.ChannelKind;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Notice;
import io.dianmai.kpi.delivery.Objection;
import io.dianmai.kpi.delivery.OutgoingPost;
import io.dianmai.kpi.delivery.OutgoingPost.Reply;
import io.dianmai.kpi.delivery.StructuredEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** Webhooks: one signed CloudEvent for each notice, by the Standard Webhooks specification. */
final class WebhookChannel implements Channel {
    private static final ProblemType SECRET_INVALID =
            ProblemType.of("webhook-secret-invalid", "The secret cannot sign", HttpStatus.BAD_REQUEST);
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final OutgoingPost http;
    private final AddressCheck addresses;
    private final Clock clock;

    WebhookChannel(OutgoingPost http, AddressCheck addresses, Clock clock) {
        this.http = http;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WEBHOOK;
    }

    @Override
    public int mostAtOnce() {
        return 1;
    }

    @Override
    public Optional<String> newSecret() {
        return Optional.of(WebhookSecret.random());
    }

    @Override
    public Optional<Objection> objection(DeliveryTarget draft) {
        Optional<Objection> address = addresses.objection(draft.address());
        if (address.isPresent()) {
            return address;
        }
        boolean unusable = draft.secrets().stream()
                .anyMatch(secret -> WebhookSecret.parse(secret).isEmpty());
        return unusable
                ? Optional.of(new Objection(
                        SECRET_INVALID,
                        "/secret",
                        "Must be whsec_ and 24 to 64 bytes in base64; or leave it out, and one is made."))
                : Optional.empty();
    }

    @Override
    public Attempt send(DeliveryTarget target, List<Notice> notices) {
        Notice notice = notices.getFirst();
        Instant now = clock.instant();
        String body = StructuredEvent.write(notice.event());
        long timestamp = now.getEpochSecond();
        Map<String, String> headers = Map.of(
                "Content-Type", StructuredEvent.CONTENT_TYPE,
                "webhook-id", notice.id(),
                "webhook-timestamp", Long.toString(timestamp),
                "webhook-signature", signatures(target, notice.id(), timestamp, body));
        Reply reply = http.post(URI.create(target.address()), headers, body.getBytes(StandardCharsets.UTF_8));
        return switch (reply) {
            case Reply.Failed(String reason) -> new Attempt.Retry(reason, null);
            case Reply.Answered answer -> attempt(answer, now);
        };
    }

    /** One for each secret that holds, so that receivers can change over in their own time. */
    private static String signatures(DeliveryTarget target, String id, long timestamp, String body) {
        return target.secrets().stream()
                .flatMap(secret -> WebhookSecret.parse(secret).stream())
                .map(secret -> secret.sign(id, timestamp, body))
                .collect(Collectors.joining(" "));
    }

    private static Attempt attempt(Reply.Answered answer, Instant now) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return new Attempt.Delivered(status);
        }
        return switch (status) {
            case GONE -> new Attempt.Dead("The receiver says that it is gone (410).");
            case TOO_MANY, UNAVAILABLE ->
                new Attempt.Retry(
                        "The receiver answered " + status + ".",
                        RetryAfter.parse(answer.headers().get("retry-after"), now));
            default ->
                new Attempt.Retry(
                        status < 400
                                ? "The receiver answered " + status + "; redirects are not followed."
                                : "The receiver answered " + status + ".",
                        null);
        };
    }
}

package io.dianmai.kpi.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kit.test.MutableClock;
import io.dianmai.kpi.delivery.Attempt;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Notice;
import io.dianmai.kpi.delivery.Objection;
import io.dianmai.kpi.delivery.OutgoingPost.Reply;
import io.dianmai.kpi.delivery.Samples;
import io.dianmai.kpi.delivery.StructuredEvent;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WebhookChannelTests {
    private static final Notice NOTICE = Samples.reminder("E1", DeadlineKind.FOLLOW_UP);

    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final List<Sent> sent = new ArrayList<>();
    private Reply reply = new Reply.Answered(200, Map.of(), "");

    private record Sent(URI address, Map<String, String> headers, String body) {}

    private final WebhookChannel channel = new WebhookChannel(
            (address, headers, body) -> {
                sent.add(new Sent(address, headers, new String(body, StandardCharsets.UTF_8)));
                return reply;
            },
            new AddressCheck(new AddressGuard(List.of()), InetAddress::getAllByName),
            clock);

    @Test
    void sendsTheEventSignedWithEverySecretThatHolds() throws Exception {
        DeliveryTarget target = withSecrets("whsec_" + secret('a'), "whsec_" + secret('b'));

        assertThat(channel.send(target, List.of(NOTICE))).isEqualTo(new Attempt.Delivered(200));

        Sent request = sent.getFirst();
        assertThat(request.address()).isEqualTo(URI.create("https://example.com/hook"));
        assertThat(request.body()).isEqualTo(StructuredEvent.write(NOTICE.event()));
        assertThat(request.headers())
                .containsEntry("webhook-id", "E1")
                .containsEntry("webhook-timestamp", "1773115200")
                .containsEntry("Content-Type", "application/cloudevents+json; charset=utf-8")
                .containsEntry(
                        "webhook-signature", signature('a', request.body()) + " " + signature('b', request.body()));
    }

    @Test
    void aRepeatHasTheSameIdAndBodyAndItsOwnTime() {
        channel.send(Samples.target("T"), List.of(NOTICE));
        clock.advance(Duration.ofHours(1));
        channel.send(Samples.target("T"), List.of(NOTICE));

        assertThat(sent.get(1).body()).isEqualTo(sent.get(0).body());
        assertThat(sent.get(1).headers().get("webhook-id")).isEqualTo("E1");
        assertThat(sent.get(1).headers().get("webhook-timestamp")).isEqualTo("1773118800");
    }

    @Test
    void everyAnswerHasItsMeaning() {
        assertThat(attempt(200, null)).isEqualTo(new Attempt.Delivered(200));
        assertThat(attempt(299, null)).isEqualTo(new Attempt.Delivered(299));
        assertThat(attempt(410, null)).isInstanceOf(Attempt.Dead.class);
        for (int status : new int[] {301, 302, 307, 400, 401, 404, 413, 500, 502}) {
            assertThat(attempt(status, "120"))
                    .isInstanceOfSatisfying(
                            Attempt.Retry.class,
                            retry -> assertThat(retry.after()).isNull());
        }
        reply = new Reply.Failed("The connection broke off.");
        assertThat(channel.send(Samples.target("T"), List.of(NOTICE)))
                .isEqualTo(new Attempt.Retry("The connection broke off.", null));
    }

    @Test
    void waitsAsLongAsItIsAskedToInBothForms() {
        for (int status : new int[] {429, 503}) {
            assertThat(after(status, "120")).isEqualTo(Duration.ofMinutes(2));
            assertThat(after(status, "Tue, 10 Mar 2026 04:05:00 GMT")).isEqualTo(Duration.ofMinutes(5));
            assertThat(after(status, "Tue, 10 Mar 2026 03:05:00 GMT")).isEqualTo(Duration.ZERO);
            assertThat(after(status, "soon")).isNull();
            assertThat(after(status, "-5")).isNull();
            assertThat(after(status, "99999999999999999999")).isNull();
            assertThat(after(status, null)).isNull();
        }
    }

    @Test
    void addressesThatCannotBeAreRefused() {
        for (String address : new String[] {
            "ftp://example.com/",
            "http://example.com/",
            "https://user:pw@example.com/",
            "https://example.com/#a",
            "https://example.com:22/",
            "https://example.com:70000/",
            "https:///path",
            "//example.com",
            "hook",
            "",
            "https://例子.中国/",
            "https://exa mple.com/",
            "https://" + "a".repeat(2_000) + ".com/"
        }) {
            assertProblem(address, "delivery-address-invalid");
        }
    }

    @Test
    void addressesInsideAreRefusedHoweverTheyAreWritten() {
        for (String address : new String[] {
            "https://169.254.169.254/latest/meta-data",
            "https://127.0.0.1/",
            "https://localhost/",
            "https://[::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://[64:ff9b::a00:1]/",
            "https://2130706433/"
        }) {
            assertProblem(address, "delivery-address-forbidden");
        }
        assertThat(channel.objection(at("https://93.184.216.34:8443/hook?x=y"))).isEmpty();
    }

    @Test
    void secretsThatCannotSignAreRefused() {
        Optional<Objection> objection = channel.objection(withSecrets("geheim"));

        assertThat(objection.orElseThrow().type().slug()).isEqualTo("webhook-secret-invalid");
        assertThat(objection.orElseThrow().pointer()).isEqualTo("/secret");
        assertThat(channel.objection(withSecrets(channel.newSecret().orElseThrow())))
                .isEmpty();
    }

    private void assertProblem(String address, String slug) {
        assertThat(channel.objection(at(address)))
                .as(address)
                .hasValueSatisfying(objection ->
                        assertThat(objection.type().slug()).as(address).isEqualTo(slug));
    }

    private Attempt attempt(int status, @Nullable String retryAfter) {
        reply = new Reply.Answered(status, retryAfter == null ? Map.of() : Map.of("retry-after", retryAfter), "");
        return channel.send(Samples.target("T"), List.of(NOTICE));
    }

    private @Nullable Duration after(int status, @Nullable String retryAfter) {
        assertThat(attempt(status, retryAfter)).isInstanceOf(Attempt.Retry.class);
        return attempt(status, retryAfter) instanceof Attempt.Retry retry ? retry.after() : null;
    }

    private static DeliveryTarget at(String address) {
        return Samples.target("T", null, address);
    }

    private static DeliveryTarget withSecrets(String... secrets) {
        DeliveryTarget target = Samples.target("T", null, "https://93.184.216.34/");
        return new DeliveryTarget(
                target.id(),
                target.name(),
                target.channel(),
                target.scope(),
                target.kinds(),
                target.roles(),
                target.language(),
                null,
                secrets.length == 2 ? "https://example.com/hook" : target.address(),
                List.of(secrets),
                target.createdAt());
    }

    private static String secret(char filling) {
        return Base64.getEncoder()
                .encodeToString(Character.toString(filling).repeat(32).getBytes(StandardCharsets.US_ASCII));
    }

    private static String signature(char filling, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(
                Character.toString(filling).repeat(32).getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        return "v1,"
                + Base64.getEncoder()
                        .encodeToString(mac.doFinal(("E1.1773115200." + body).getBytes(StandardCharsets.UTF_8)));
    }
}

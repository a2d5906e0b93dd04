package io.dianmai.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.system.ApiDocument.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Odd values for every parameter and body that the API's document knows, always the same ones: nothing breaks, every refusal
 * is a problem, and every status is one that the document has.
 */
@ExtendWith(OnThePlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiFuzzIT {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "🚀\u202e",
            "x".repeat(3000),
            "-1",
            "0",
            "99999999999999999999",
            "1.5",
            "NaN",
            "9999-12-31T23:59:59Z",
            "+1000000000-12-31T23:59:59Z",
            "0000-01-01T00:00:00Z",
            "-999999999-01-01",
            "9999-99",
            "null",
            "{}",
            "'\"--",
            "../..",
            "*",
            "$where",
            "%");

    private static final List<String> VALUES = Stream.concat(
                    Stream.of(
                            "null",
                            "true",
                            "-1",
                            "0",
                            "1.5",
                            "1e400",
                            "9223372036854775808",
                            "[]",
                            "{}",
                            "[null]",
                            "[[[]]]",
                            "{\"$gt\":1}"),
                    TEXTS.stream().map(Json::write))
            .toList();

    private static final List<String> NO_BODIES =
            List.of("{", "[]", "null", "\"x\"", "{\"a\":".repeat(200), "{\"a\":1,}", "\uFEFF{}");

    private static final String STREAM = "/api/stream";
    private static final int ROUNDS = 3;

    private final Random random = new Random(20260131);
    private final Door door;
    private final String hq;
    private final SampleBodies samples;
    private final List<Operation> operations;

    ApiFuzzIT(RunningPlatform platform) {
        door = platform.door();
        hq = TestGroup.register(platform, "fuzz", 1).hq();
        var api = new ApiDocument(door.getWithoutToken("/api/openapi").expectSuccess());
        samples = new SampleBodies(api, Map.of("storeId", "\"fuzz-1\"", "advisorId", "\"consultant-1\""));
        operations = api.operations().stream()
                .filter(operation -> !operation.path().equals(STREAM))
                .toList();
    }

    Stream<Operation> operations() {
        return operations.stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void breaksAtNothing(Operation operation) {
        List<String> wrong = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (JsonNode parameter : operation.said().path("parameters")) {
                String name = parameter.path("name").asString();
                if (!parameter.path("in").asString().equals("header")) {
                    check(operation, address(operation, name, any(TEXTS)), sample(operation), wrong);
                }
            }
            check(operation, address(operation, "", ""), bent(sample(operation)), wrong);
        }
        if (!operation.body().isMissingNode()) {
            NO_BODIES.forEach(body -> check(operation, address(operation, "", ""), body, wrong));
        }
        assertThat(wrong).isEmpty();
    }

    private void check(Operation operation, String address, String body, List<String> wrong) {
        Door.Answer answer = door.ask(operation.method(), address, hq, Door.JSON, body);
        boolean known = operation.said().path("responses").has(Integer.toString(answer.status()));
        boolean problem = answer.status() < 400
                || answer.body().contains("/problems/")
                || operation.path().startsWith("/oauth2/");
        boolean broken = answer.status() >= 500 && answer.status() != 503;
        if (broken || !problem || (answer.status() < 400 && !known)) {
            wrong.add("%d for %s %s: %s".formatted(answer.status(), address, body, answer.body()));
        }
    }

    private String address(Operation operation, String odd, String value) {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.said().path("parameters")) {
            String name = parameter.path("name").asString();
            String text = name.equals(odd)
                    ? value
                    : samples.of(parameter.path("schema")).asString("x");
            if (parameter.path("in").asString().equals("path")) {
                path = path.replace("{" + name + "}", text.isEmpty() ? "x" : encoded(text));
            } else if (name.equals(odd) || parameter.path("required").asBoolean(false)) {
                query.add(encoded(name) + "=" + encoded(text));
            }
        }
        return query.isEmpty() ? path : path + query.stream().collect(Collectors.joining("&", "?", ""));
    }

    private String sample(Operation operation) {
        return operation.body().isMissingNode()
                ? ""
                : samples.of(operation.body()).toString();
    }

    /** With one odd value in the place of what belongs there. */
    private String bent(String body) {
        if (body.isEmpty() || !(Json.read(body) instanceof ObjectNode object) || object.isEmpty()) {
            return body.isEmpty() ? "" : any(VALUES);
        }
        object.set(any(List.copyOf(object.propertyNames())), Json.read(any(VALUES)));
        return object.toString();
    }

    private String any(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

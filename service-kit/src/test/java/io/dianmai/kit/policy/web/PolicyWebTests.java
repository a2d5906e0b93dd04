package io.dianmai.kit.policy.web;

import static io.dianmai.kit.policy.PolicyFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.policy.PolicyDesk;
import io.dianmai.kit.policy.PolicyFixture;
import io.dianmai.kit.security.StoreScope;
import io.dianmai.kit.security.Viewer;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PolicyWebTests {
    private static final String PATH = "/api/policies";
    private static final String SEVEN = "{\"days\":7,\"pause\":\"PT1H\",\"byChannel\":{\"WEB\":2}}";
    private static final Viewer HQ = new Viewer("hq", Set.of(Role.GROUP_HQ), new StoreScope.All(), "hq", null);
    private static final Viewer MANAGER = manager("s1");

    private final PolicyFixture fixture = new PolicyFixture();
    private final PolicyDesk desk = fixture.desk();
    private Viewer viewer = HQ;
    private final MockMvcTester mvc = MockMvcTester.of(
            List.of(
                    new PolicyLookups(desk, fixture.places(), fixture.clock),
                    new PolicyChanges(desk, fixture.places(), fixture.clock)),
            builder -> builder.addPlaceholderValue("dianmai.policies.path", PATH)
                    .setCustomArgumentResolvers(new PresentViewer())
                    .setControllerAdvice(new Problems())
                    .build());

    @RestControllerAdvice
    static final class Problems extends ResponseEntityExceptionHandler {}

    private final class PresentViewer implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(Viewer.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return viewer;
        }
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aPolicyIsPutHoldsAtOnceAndIsTakenBack() {
        MvcTestResult before = call(HttpMethod.GET, "/patience", null, null);
        assertThat(before).hasStatusOk().hasHeader("ETag", "\"0\"");
        assertThat(json(before).at("/inForce/policy/pause").asString()).isEqualTo("PT2H");
        assertThat(json(before).at("/inForce/from").isString()).isFalse();

        MvcTestResult put = call(HttpMethod.PUT, "/patience?scope=store:s1", SEVEN, "\"0\"");
        assertThat(put).hasStatusOk().hasHeader("ETag", "\"1\"");
        assertThat(json(put).at("/inForce/policy").toString())
                .isEqualTo("{\"days\":7,\"pause\":\"PT1H\",\"byChannel\":{\"WEB\":2}}");
        assertThat(json(put).at("/changes/0/by").asString()).isEqualTo("hq");
        assertThat(daysOf("s1")).isEqualTo(7);
        assertThat(daysOf("s2")).isEqualTo(30);
        assertThat(json(call(HttpMethod.GET, "", null, null)).at("/policies")).hasSize(2);

        assertProblem(
                call(HttpMethod.PUT, "/patience?scope=store:s1", SEVEN.replace("7", "8"), "\"0\""),
                412,
                "stale-version");
        fixture.clock.advance(Duration.ofDays(2));
        assertThat(call(HttpMethod.DELETE, "/patience?scope=store:s1", null, "\"1\""))
                .hasStatusOk();
        assertThat(daysOf("s1")).isEqualTo(30);
        assertProblem(call(HttpMethod.DELETE, "/patience?scope=store:s1", null, null), 404, "not-found");
    }

    @Test
    void itIsPlannedAheadAndCancelled() {
        String later = "&effectiveFrom=" + NOW.plusSeconds(86_400);
        JsonNode planned = json(call(HttpMethod.PUT, "/patience?scope=brand:fuyue" + later, SEVEN, null));
        assertThat(planned.at("/inForce").isObject()).isFalse();
        assertThat(planned.at("/toCome/0/policy/days").asInt()).isEqualTo(7);
        assertProblem(
                call(HttpMethod.PUT, "/patience?scope=brand:fuyue" + later, SEVEN.replace("7", "9"), null),
                409,
                "policy-date-taken");
        assertThat(json(call(HttpMethod.GET, "?store=s2&at=" + NOW.plusSeconds(86_400), null, null))
                        .at("/policies/0/scope")
                        .asString())
                .isEqualTo("brand:fuyue");
        assertThat(call(HttpMethod.DELETE, "/patience?scope=brand:fuyue" + later, null, null))
                .hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/patience | {\"days\":0,\"pause\":\"PT1H\",\"byChannel\":{}} | 400 | unfit-policy | /days",
                "/patience | {\"pause\":\"PT1H\",\"byChannel\":{}} | 400 | invalid | /days",
                "/patience | {\"days\":1,\"pause\":\"PT1H\",\"byChannel\":{},\"day\":1} | 400 | invalid | /day",
                "/patience | {\"days\":1,\"pause\":\"soon\",\"byChannel\":{}} | 400 | invalid | /pause",
                "/patience | {\"days\":1,\"pause\":\"PT1H\",\"byChannel\":{\"WEB\":\"x\"}} | 400 | invalid | /byChannel/WEB",
                "/haste | {} | 404 | unknown-policy |",
                "/patience?scope=store:s7 | {} | 400 | unknown-scope |",
                "/patience?scope=planet:mars | {} | 400 | invalid | scope",
                "/patience?effectiveFrom=2026-03-09T03:59:59.999Z | {} | 400 | unfit-effective-date | effectiveFrom",
                "/patience?effectiveFrom=2028-03-10T04:00:00Z | {} | 400 | unfit-effective-date | effectiveFrom"
            })
    void saysWhatIsWrongAndWhere(String path, String body, int status, String type, @Nullable String pointer) {
        JsonNode problem = assertProblem(call(HttpMethod.PUT, path, body, null), status, type);
        if (pointer != null) {
            assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo(pointer);
        }
    }

    @Test
    void aDayAgoIsFair() {
        assertThat(call(HttpMethod.PUT, "/patience?effectiveFrom=2026-03-09T04:00:00Z", SEVEN, null))
                .hasStatusOk();
    }

    @Test
    void aPreviewChangesNothing() {
        JsonNode answer = json(call(HttpMethod.POST, "/patience/preview?scope=store:s1", SEVEN, null));
        assertThat(answer.get("before").asInt()).isEqualTo(30);
        assertThat(answer.get("after").asInt()).isEqualTo(7);
        assertThat(daysOf("s1")).isEqualTo(30);
    }

    @Test
    void managersReadWhatConcernsThemAndChangeNothing() {
        call(HttpMethod.PUT, "/patience?scope=brand:fuyue", SEVEN, null);
        viewer = MANAGER;
        assertThat(call(HttpMethod.GET, "/patience?scope=brand:fuyue", null, null))
                .hasStatusOk();
        assertProblem(call(HttpMethod.PUT, "/patience", SEVEN, null), 403, "forbidden");
        assertProblem(call(HttpMethod.DELETE, "/patience?scope=group", null, null), 403, "forbidden");
        assertProblem(call(HttpMethod.POST, "/patience/preview", SEVEN, null), 403, "forbidden");
        viewer = manager("s9");
        assertThat(json(call(HttpMethod.GET, "", null, null)).at("/policies")).hasSize(1);
        assertProblem(call(HttpMethod.GET, "/patience?scope=brand:fuyue", null, null), 404, "not-found");
        assertProblem(call(HttpMethod.GET, "?store=s1", null, null), 404, "not-found");
        viewer = new Viewer("a", Set.of(Role.SALES_CONSULTANT), StoreScope.of(List.of("s1")), "a", null);
        assertProblem(call(HttpMethod.GET, "", null, null), 403, "forbidden");
    }

    private int daysOf(String store) {
        return json(call(HttpMethod.GET, "?store=" + store, null, null))
                .at("/policies/0/policy/days")
                .asInt();
    }

    private MvcTestResult call(HttpMethod method, String path, @Nullable String body, @Nullable String ifMatch) {
        var request = mvc.method(method).uri(PATH + path);
        if (body != null) {
            request = request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        if (ifMatch != null) {
            request = request.header("If-Match", ifMatch);
        }
        return request.exchange();
    }

    private static Viewer manager(String store) {
        return new Viewer("m", Set.of(Role.SALES_MANAGER), StoreScope.of(List.of(store)), "m", null);
    }

    private static JsonNode assertProblem(MvcTestResult result, int status, String type) {
        assertThat(result).hasStatus(status);
        JsonNode problem = json(result);
        assertThat(problem.get("type").asString()).isEqualTo("https://dianmai.io/problems/" + type);
        return problem;
    }

    private static JsonNode json(MvcTestResult result) {
        try {
            String body = Objects.requireNonNull(result.getResponse()).getContentAsString();
            return JsonMapper.shared().readTree(body);
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}

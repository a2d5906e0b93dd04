package io.dianmai.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/** What is expected of answers. */
public final class Answers {
    private Answers() {}

    public static void assertProblem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(Caller.json(answer).path("type").asString()).endsWith("/problems/" + slug);
    }

    public static void assertPointer(HttpResponse<String> answer, String pointer) {
        assertProblem(answer, 400, "invalid");
        assertThat(Caller.json(answer).path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
    }
}

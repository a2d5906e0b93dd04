package io.dianmai.kpi.delivery.robot;

import io.dianmai.kpi.delivery.OutgoingPost;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what is posted and answers as it is told. */
final class PostOffice implements OutgoingPost {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Posted> posted = new ArrayList<>();
    private Reply answer = answered(200, "{\"errcode\":0,\"code\":0}");

    /** What was sent. */
    record Posted(URI address, Map<String, String> headers, String text) {
        JsonNode body() {
            return JSON.readTree(text);
        }
    }

    static Reply.Answered answered(int status, String body) {
        return new Reply.Answered(status, Map.of(), body);
    }

    void answers(Reply reply) {
        answer = reply;
    }

    List<Posted> posted() {
        return posted;
    }

    @Override
    public Reply post(URI address, Map<String, String> headers, byte[] body) {
        posted.add(new Posted(address, headers, new String(body, StandardCharsets.UTF_8)));
        return answer;
    }
}

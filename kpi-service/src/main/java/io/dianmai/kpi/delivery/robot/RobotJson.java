package io.dianmai.kpi.delivery.robot;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Bodies, and how long they are. */
final class RobotJson {
    private static final JsonMapper JSON = new JsonMapper();

    private RobotJson() {}

    static String text(Map<String, ?> body) {
        return JSON.writeValueAsString(body);
    }

    /** How long a text is on the wire. */
    static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

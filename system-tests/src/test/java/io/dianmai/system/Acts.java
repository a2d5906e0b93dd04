package io.dianmai.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.fact.StoreFact;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What the people of a dealership do through the door, and what its store system tells; times as the script writes them. */
final class Acts {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Door door;
    private final Dealership dealership;
    private final Week week;
    private final FactSender sender;

    Acts(Door door, Dealership dealership, Week week) {
        this.door = door;
        this.dealership = dealership;
        this.week = week;
        this.sender = new FactSender(door);
    }

    /** A fact of the store's system. */
    Fact fact(String moment, StoreFact data) {
        return new Fact(UUID.randomUUID().toString(), dealership.storeId(), week.at(moment), data);
    }

    void tell(Fact... facts) {
        sender.send(dealership.group().store(), facts);
    }

    /** The same of the neighbour. */
    void neighbourTells(String moment, StoreFact data) {
        TestStore neighbour = dealership.neighbour();
        sender.send(neighbour, new Fact(UUID.randomUUID().toString(), neighbour.storeId(), week.at(moment), data));
    }

    /** What somebody does at that time. */
    Door.Answer at(String moment, String who, String path, Map<String, ?> body) {
        var dated = new LinkedHashMap<String, Object>(body);
        dated.put("time", week.at(moment));
        return now(who, path, dated);
    }

    /** What somebody does today: it cannot be dated. */
    Door.Answer now(String who, String path, Map<String, ?> body) {
        return door.post(path, dealership.token(who), Door.JSON, Json.write(body));
    }

    /** What somebody sets. */
    Door.Answer put(String who, String path, Map<String, ?> body) {
        return door.put(path, dealership.token(who), Json.write(body));
    }

    Door.Answer patch(String moment, String who, String path, Map<String, ?> body) {
        var dated = new LinkedHashMap<String, Object>(body);
        dated.put("time", week.at(moment));
        return door.call("PATCH", path, dealership.token(who), bytes(Json.write(dated)), "Content-Type", Door.JSON);
    }

    /** Sends a document to be taken in. */
    Door.Answer send(String who, String path, String contentType, String text, Charset charset) {
        return door.call("POST", path, dealership.token(who), text.getBytes(charset), "Content-Type", contentType);
    }

    /** Puts somebody on file. */
    Door.Answer register(String moment, String who, String ref, String channel, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>(more);
        body.put("storeId", dealership.storeId());
        body.put("leadRef", ref);
        body.put("channel", channel);
        return at(moment, who, "/api/leads", body);
    }

    /** An advisor speaks with a customer; what is more of it may be empty. */
    Door.Answer contact(String moment, String who, String ref, String result, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>(more);
        body.put("medium", "CALL");
        body.put("result", result);
        return at(moment, who, "/api/follow-ups/" + dealership.lead(ref) + "/contacts", body);
    }

    /** A step of a lead's sale. */
    Door.Answer sale(String moment, String who, String ref, String step, Map<String, ?> body) {
        return at(moment, who, of(ref) + step, body);
    }

    String of(String ref) {
        return "/api/leads/" + dealership.lead(ref);
    }

    JsonNode get(String who, String path) {
        return door.get(path, dealership.token(who)).expectSuccess();
    }

    /** Returns when these leads are on file, and those who follow them up have heard all of it. */
    void known(String... refs) {
        for (String ref : refs) {
            Waiting.until(ref + " is known", PATIENCE, () -> {
                Door.Answer plan = door.get("/api/follow-ups/" + dealership.lead(ref), dealership.token("hq"));
                assertThat(plan.status()).isEqualTo(200);
                assertThat(plan.json().path("level").isString()).isTrue();
            });
        }
    }

    /** Returns when the lead has been told of so many effective contacts. */
    void contacted(String ref, int times) {
        Waiting.until(
                ref + " is contacted",
                PATIENCE,
                () -> assertThat(
                                get("hq", of(ref)).at("/deal/effectiveContacts").asInt())
                        .isEqualTo(times));
    }

    /** Takes a list in, and returns what became of it. */
    JsonNode importLeads(String who, String csv, Charset charset) {
        String path = "/api/imports?kind=leads&mode=run&storeId=" + dealership.storeId();
        JsonNode begun = send(who, path, "text/csv", csv, charset).expectSuccess();
        String job = "/api/imports/" + begun.path("id").asString();
        Waiting.until(
                "the list is taken in",
                PATIENCE,
                () -> assertThat(get(who, job).path("state").asString()).isEqualTo("DONE"));
        return get(who, job);
    }

    List<JsonNode> items(String who, String path) {
        return Json.list(get(who, path).path("items"));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}

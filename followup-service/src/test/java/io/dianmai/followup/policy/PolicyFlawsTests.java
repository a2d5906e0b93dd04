package io.dianmai.followup.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.EventJson;
import io.dianmai.kit.problem.Violation;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What headquarters may say, as it comes in: JSON. */
class PolicyFlawsTests {
    private static final FollowUpPolicy SHIPPED = ShippedRules.policy();

    @Test
    void acceptWhatShipsAndReadItAsItWasWritten() {
        String cadence = EventJson.MAPPER.writeValueAsString(SHIPPED.cadence());
        String tasks = EventJson.MAPPER.writeValueAsString(SHIPPED.tasks());

        assertThat(EventJson.MAPPER.readValue(cadence, CadencePolicy.class)).isEqualTo(SHIPPED.cadence());
        assertThat(EventJson.MAPPER.readValue(tasks, TaskPolicy.class)).isEqualTo(SHIPPED.tasks());
        assertThat(PolicyFlaws.of(SHIPPED.cadence())).isEmpty();
        assertThat(PolicyFlaws.of(SHIPPED.tasks())).isEmpty();
    }

    @Test
    void refuseACadenceOfNothingAndOneOfTwoYears() {
        assertThat(cadence(json -> json.withObject("/a").put("every", "PT0S"))).containsExactly("/a/every");
        assertThat(cadence(json -> json.withObject("/h").put("every", "P732D"))).containsExactly("/h/every");
        assertThat(cadence(json -> json.withObject("/o").put("every", "PT1H"))).isEmpty();
        assertThat(cadence(json -> json.withObject("/o").put("every", "PT59M59S")))
                .containsExactly("/o/every");
    }

    @Test
    void refuseMoreOpenMinutesThanAStoreMayEverHave() {
        assertThat(cadence(
                        json -> json.withObject("/c").put("businessTime", true).put("every", "PT10000M")))
                .isEmpty();
        assertThat(cadence(
                        json -> json.withObject("/c").put("businessTime", true).put("every", "PT10001M")))
                .containsExactly("/c/every");
    }

    @Test
    void refuseTextsThatAreTooLongOrMissing() {
        assertThat(tasks(json -> ((ObjectNode) json.at("/steps/2")).put("zh", "字".repeat(501))))
                .containsExactly("/steps/2/zh");
        assertThat(tasks(json -> ((ObjectNode) json.at("/steps/2")).put("zh", "字".repeat(500))))
                .isEmpty();
        assertThat(tasks(json -> ((ObjectNode) json.at("/steps/0")).put("en", " ")))
                .containsExactly("/steps/0/en");
        assertThat(tasks(json -> ((ArrayNode) json.at("/steps")).remove(0))).containsExactly("/steps");
        assertThat(tasks(json -> json.withObject("/guides").remove("REACTIVATION")))
                .containsExactly("/guides/REACTIVATION");
    }

    @Test
    void refuseThatAnAutomaticReplyStopsAClock() {
        assertThat(tasks(json -> ((ArrayNode) json.at("/effectiveResults")).add("AUTOMATIC_REPLY")))
                .containsExactly("/effectiveResults");
        assertThat(tasks(json -> ((ArrayNode) json.at("/effectiveResults")).removeAll()))
                .containsExactly("/effectiveResults");
    }

    @Test
    void refuseDaysThatDoNotRise() {
        assertThat(tasks(json ->
                        json.withObject("/stageReviews").withArray("days").add(60)))
                .containsExactly("/stageReviews/days/3");
        assertThat(tasks(json ->
                        json.withObject("/stageReviews").withArray("days").removeAll()))
                .isEmpty();
    }

    @Test
    void tellAllThatIsWrongAtOnce() {
        assertThat(tasks(json -> {
                    json.put("firstResponseMinutes", 0);
                    json.put("depositContactEvery", "PT1M");
                    json.put("horizon", "PT23H");
                    json.put("idleWarningDays", 367);
                    json.withObject("/longestSnooze").put("CADENCE", "-PT1S");
                }))
                .containsExactlyInAnyOrder(
                        "/firstResponseMinutes",
                        "/depositContactEvery",
                        "/horizon",
                        "/idleWarningDays",
                        "/longestSnooze/CADENCE");
    }

    private static List<String> cadence(Consumer<ObjectNode> change) {
        ObjectNode json = EventJson.MAPPER.valueToTree(SHIPPED.cadence());
        change.accept(json);
        return pointers(PolicyFlaws.of(EventJson.MAPPER.treeToValue(json, CadencePolicy.class)));
    }

    private static List<String> tasks(Consumer<ObjectNode> change) {
        ObjectNode json = EventJson.MAPPER.valueToTree(SHIPPED.tasks());
        change.accept(json);
        return pointers(PolicyFlaws.of(EventJson.MAPPER.treeToValue(json, TaskPolicy.class)));
    }

    private static List<String> pointers(List<Violation> flaws) {
        return flaws.stream().map(Violation::pointer).toList();
    }
}

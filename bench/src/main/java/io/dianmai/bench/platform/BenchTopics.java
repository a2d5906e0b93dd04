package io.dianmai.bench.platform;

import io.dianmai.contracts.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The platform's topics as its services make them, and those that a run leaves behind. */
public final class BenchTopics {
    /** As {@code dianmai.topics.partitions} has it by default. */
    public static final int PARTITIONS = 6;

    /** What the engine reads. */
    public static final List<String> INPUTS = List.of(
            Topics.LEAD_EVENTS,
            Topics.FOLLOWUP_EVENTS,
            Topics.AFTERSALES_EVENTS,
            Topics.DEADLINE_EVENTS,
            Topics.ORG_EVENTS);

    private static final Map<String, String> COMPACTED =
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    private static final Map<String, String> KEPT = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");

    private final Admin admin;

    public BenchTopics(Admin admin) {
        this.admin = admin;
    }

    /** Makes what the engine reads. */
    public void createInputs() throws ExecutionException, InterruptedException {
        create(
                topic(Topics.LEAD_EVENTS, KEPT),
                topic(Topics.FOLLOWUP_EVENTS, KEPT),
                topic(Topics.AFTERSALES_EVENTS, KEPT),
                topic(Topics.DEADLINE_EVENTS, KEPT),
                topic(Topics.ORG_EVENTS, COMPACTED));
    }

    /** Makes what the engine writes. */
    public void createOutputs() throws ExecutionException, InterruptedException {
        create(topic(Topics.KPI_ROWS, COMPACTED), topic(Topics.REMINDERS, KEPT));
    }

    /** Makes a topic of a bench's own. */
    public void create(String name) throws ExecutionException, InterruptedException {
        create(topic(name, KEPT));
    }

    /** Deletes what a run wrote: its outputs and its changelogs. */
    public void deleteOutputs(String passed, String applicationId) throws ExecutionException, InterruptedException {
        List<String> theirs = admin.listTopics().names().get().stream()
                .filter(name -> name.startsWith(applicationId))
                .toList();
        List<String> all = Stream.concat(Stream.of(Topics.KPI_ROWS, Topics.REMINDERS, passed), theirs.stream())
                .toList();
        admin.deleteTopics(all).all().get();
    }

    private void create(NewTopic... topics) throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(topics)).all().get();
    }

    private static NewTopic topic(String name, Map<String, String> config) {
        return new NewTopic(name, PARTITIONS, (short) 1).configs(config);
    }
}

package io.dianmai.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.fact.ContactMade;
import io.dianmai.contracts.fact.LeadReceived;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.lead.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** An agreed call that is not made is told of when it lapses, to the list and to the stream, once; one that is made is not. */
@ExtendWith(OnThePlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadlineIT {
    private static final Logger LOG = LoggerFactory.getLogger("timing");
    private static final Duration AGREED_IN = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration ON_TIME = Duration.ofSeconds(2);
    private static final int LAPSED = 1;

    private final RunningPlatform platform;
    private final TestGroup group;
    private final FactSender sender;

    DeadlineIT(RunningPlatform platform) {
        this.platform = platform;
        this.group = TestGroup.register(platform, "deadline", 1);
        this.sender = new FactSender(platform.door());
    }

    @Test
    void onlyTheForgottenCallIsToldOfOnTimeAndOnce() {
        try (var stream = LiveStream.open(platform.door(), group.hq())) {
            Instant due = now().plus(AGREED_IN);
            sender.send(group.store(), lead("forgotten"), lead("kept"));
            sender.send(group.store(), contact("forgotten", due), contact("kept", due));
            counted("firstResponses", 2);
            sender.send(group.store(), contact("kept", null));
            counted("followUpsOnTime", 3);
            assertThat(Instant.now())
                    .as("the kept call was counted before it was due")
                    .isBefore(due);

            Waiting.past("the calls are due", due);
            Waiting.until(
                    "the reminder is on the stream",
                    PATIENCE,
                    () -> assertThat(stream.remindersAbout(plan("forgotten")))
                            .anyMatch(reminder -> isLapse(reminder.data())));
            expectOnTime(stream, due);
            counted("followUpsOverdue", 1);
            assertThat(group.get("/api/follow-ups/" + plan("forgotten"))
                            .at("/openTask/overdue")
                            .asBoolean())
                    .isTrue();

            Waiting.throughout("nothing more is told", Duration.ofSeconds(4), () -> {
                assertThat(stream.remindersAbout(plan("forgotten"))).hasSize(2);
                assertThat(group.reminders()).hasSize(2);
                assertThat(stream.remindersAbout(plan("kept"))).isEmpty();
            });
            assertThat(new TopicRecords(platform.bootstrapServers())
                            .rungs(group)
                            .values())
                    .containsExactly(1L, 1L);
            assertThat(group.get("/api/follow-ups/" + plan("kept"))
                            .at("/openTask/overdue")
                            .asBoolean())
                    .isFalse();
        }
    }

    private void expectOnTime(LiveStream stream, Instant due) {
        LiveStream.Event lapse = stream.remindersAbout(plan("forgotten")).stream()
                .filter(reminder -> isLapse(reminder.data()))
                .findFirst()
                .orElseThrow();
        Duration told = Duration.between(due, lapse.at());
        LOG.info("reminder on the stream {} ms after it was due", told.toMillis());
        assertThat(told).isBetween(Duration.ZERO, ON_TIME);
        assertThat(lapse.data().path("dueAt").asString()).isEqualTo(due.toString());
        assertThat(lapse.data().path("late").asBoolean()).isFalse();
        assertThat(lapse.data().path("storeId").asString())
                .isEqualTo(group.store().storeId());
        Waiting.until("the reminder is in the list", PATIENCE, () -> {
            List<JsonNode> listed = group.reminders();
            assertThat(listed).hasSize(2).allMatch(reminder -> isAbout("forgotten", reminder));
        });
    }

    /** The warning half an hour ahead has passed when the call is agreed; it is told together with the lapse, as late. */
    private static boolean isLapse(JsonNode reminder) {
        return reminder.path("rung").asInt() == LAPSED;
    }

    private boolean isAbout(String lead, JsonNode reminder) {
        return reminder.path("aggregateId").asString().equals(plan(lead));
    }

    private void counted(String counter, long count) {
        Waiting.until(
                counter + " is " + count,
                PATIENCE,
                () -> assertThat(Counters.of(group, group.today())).containsEntry(counter, count));
    }

    private String plan(String lead) {
        return AggregateIds.of(group.store().storeId(), "lead", lead);
    }

    private Fact lead(String ref) {
        return fact(new LeadReceived(ref, Channel.WEB, null, null, null, null, null, null, null));
    }

    private Fact contact(String ref, @Nullable Instant next) {
        return fact(new ContactMade(ref, ContactMedium.CALL, ContactResult.AGREED_NEXT_STEP, next, null));
    }

    private Fact fact(StoreFact data) {
        return new Fact(UUID.randomUUID().toString(), group.store().storeId(), now(), data);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}

package io.dianmai.kit.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.aftersales.ComplaintEvent;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TopicReader;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

@DianmaiTest
class CommandGroupIT {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @Autowired
    AggregateStores stores;

    private Aggregates<Ticket, ComplaintEvent> tickets;
    private final String storeId = "kit-" + AggregateIds.next();
    private final String known = AggregateIds.next();
    private final String fresh = AggregateIds.next();

    @BeforeEach
    void open() {
        tickets = stores.of("tickets", Ticket.class, Ticket::apply);
        tickets.execute(known, command("known"), Ticket::open);
    }

    @Test
    void decidesEachCommandAgainstWhatThoseBeforeItMade() {
        var group = tickets.group(List.of(known, fresh));
        group.execute(fresh, command("a"), Ticket::open);
        group.execute(known, command("b"), Ticket::answer);
        group.execute(fresh, command("c"), Ticket::answer, ticket -> ticket.keeping("sealed"));
        group.execute(fresh, command("d"), Ticket::answer);
        assertThat(group.execute(fresh, command("e"), Ticket::open))
                .as("it is open by then")
                .isInstanceOf(Outcome.Refused.class);
        assertThat(tickets.find(fresh)).as("nothing has happened yet").isEmpty();
        group.write();

        assertThat(answersOf(fresh)).isEqualTo(2);
        assertThat(answersOf(known)).isEqualTo(1);
        assertThat(tickets.find(fresh).orElseThrow().state().secret()).isNull();
        assertSentWithoutGaps(fresh, 3);
        assertSentWithoutGaps(known, 2);
    }

    @Test
    void carriesOutARepeatOnce() {
        var group = tickets.group(List.of(known));
        group.execute(known, command("b"), Ticket::answer);
        assertThat(group.execute(known, command("b"), Ticket::answer))
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.repeated()).isTrue());
        group.write();
        var again = tickets.group(List.of(known));
        again.execute(known, command("b"), Ticket::answer);
        again.execute(known, hearing(3), Ticket::answer);
        again.execute(known, hearing(2), Ticket::answer);
        again.write();

        assertThat(answersOf(known)).isEqualTo(2);
    }

    @Test
    void saysWhenSomebodyElseWasFasterAndLosesNothing() {
        var group = tickets.group(List.of(known, fresh));
        group.execute(known, command("b"), Ticket::answer);
        group.execute(fresh, command("a"), Ticket::open);
        tickets.execute(known, command("other"), Ticket::answer);
        assertThatThrownBy(group::write).isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(answersOf(known)).isEqualTo(1);

        tickets.execute(known, command("b"), Ticket::answer);
        tickets.execute(fresh, command("a"), Ticket::open);
        assertThat(answersOf(known)).isEqualTo(2);
        assertSentWithoutGaps(known, 3);
        assertSentWithoutGaps(fresh, 1);
    }

    @Test
    void saysWhenSomebodyElseCreatedOneOfThem() {
        var group = tickets.group(List.of(fresh));
        group.execute(fresh, command("a"), Ticket::open);
        tickets.execute(fresh, command("a"), Ticket::open);

        assertThatThrownBy(group::write).isInstanceOf(OptimisticLockingFailureException.class);
        assertSentWithoutGaps(fresh, 1);
    }

    @Test
    void isAboutTheAggregatesThatItWasMadeForOnly() {
        var group = tickets.group(List.of(known));

        assertThatThrownBy(() -> group.execute(fresh, command("a"), Ticket::open))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private int answersOf(String id) {
        return tickets.find(id).orElseThrow().state().answers();
    }

    private void assertSentWithoutGaps(String id, long last) {
        await().untilAsserted(() -> assertThat(TopicReader.read(Topics.AFTERSALES_EVENTS, storeId).stream()
                        .map(record -> EventCodec.fromRecord(record.headers(), record.value()))
                        .filter(event -> event.aggregateId().equals(id))
                        .map(Envelope::sequence)
                        .distinct())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, last).boxed().toList()));
    }

    private Command hearing(long sequence) {
        return new Command(AggregateIds.next(), storeId, NOW, NOW, null, new Command.Heard("somebody", sequence), null);
    }

    private Command command(String id) {
        return Command.given(id, storeId, NOW, null);
    }
}

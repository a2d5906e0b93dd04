package io.dianmai.kpi.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.kpi.History;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowCodecTests {
    private static final RowKey KEY = new RowKey("S1", "2026-11");

    @Test
    void readsWhatItWrote() {
        Row row = row();

        RowSnapshot before = sent(row);
        RowSnapshot after = sent(RowCodec.decode(RowCodec.encode(row)));

        assertThat(before.slices()).isNotEmpty();
        assertThat(after).usingRecursiveComparison().ignoringCollectionOrder().isEqualTo(before);
    }

    @Test
    void isSmall() {
        assertThat(RowCodec.encode(row()).length).isLessThan(600);
    }

    @Test
    void refusesATruncatedRowAndAnUnknownFormat() {
        byte[] bytes = RowCodec.encode(row());
        byte[] cut = Arrays.copyOf(bytes, bytes.length - 3);
        byte[] other = bytes.clone();
        other[0] = 9;

        assertThatThrownBy(() -> RowCodec.decode(cut)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> RowCodec.decode(other)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyCounterHasACodeAndANameOfItsOwn() {
        Set<Object> seen = new HashSet<>();
        for (Counter counter : Counter.values()) {
            assertThat(counter.code()).isBetween(1, 126);
            assertThat(seen.add(counter.code())).isTrue();
            assertThat(seen.add(counter.catalogueName())).isTrue();
            assertThat(Counter.coded(counter.code())).isSameAs(counter);
            assertThat(Counter.named(counter.catalogueName())).contains(counter);
        }
        assertThat(Counter.FOLLOW_UPS_ON_TIME.catalogueName()).isEqualTo("followUpsOnTime");
    }

    @Test
    void rowKeysReadBackEvenWithABarInTheStore() {
        RowKey odd = new RowKey("S|1", "2026-11-21");

        assertThat(RowKey.parse(odd.toString())).isEqualTo(odd);
        assertThatThrownBy(() -> RowKey.parse("nothing")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Row row() {
        Row row = new Row();
        Instant start = Instant.parse("2026-11-21T04:00:00Z");
        add(row, History.soldLead("S1", "L1", Channel.REFERRAL, "顾问", start));
        add(row, History.repairedCar("S1", "R1", JobKind.PAINT, start));
        return row;
    }

    private static void add(Row row, History history) {
        history.events()
                .forEach(event -> CounterMapping.postings(event, ZoneOffset.UTC)
                        .forEach(posting ->
                                row.add(posting.slices(), Counts.of(posting.amounts()), event.recordedTime())));
    }

    private static RowSnapshot sent(Row row) {
        return EventJson.MAPPER.readValue(RowJson.write(KEY, row), RowSnapshot.class);
    }
}

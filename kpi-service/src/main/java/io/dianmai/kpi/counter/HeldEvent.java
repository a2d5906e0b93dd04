package io.dianmai.kpi.counter;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.EventTypes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * An event of a store that the registry has not named yet.
 *
 * @param since when it came
 * @param missingBefore how many events of its aggregate are missing before it
 */
record HeldEvent(Instant since, long missingBefore, Envelope<EventData> event) {

    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(since.toEpochMilli());
            out.writeLong(missingBefore);
            out.writeUTF(event.type());
            out.write(EventJson.MAPPER.writeValueAsBytes(event));
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return bytes.toByteArray();
    }

    static HeldEvent decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new HeldEvent(
                    Instant.ofEpochMilli(in.readLong()), in.readLong(), envelope(in.readUTF(), in.readAllBytes()));
        } catch (IOException truncated) {
            throw new UncheckedIOException("truncated held event", truncated);
        }
    }

    private static Envelope<EventData> envelope(String type, byte[] json) {
        Class<? extends EventData> data = EventTypes.byName(type)
                .orElseThrow(() -> new IllegalStateException("a held event of the unknown type " + type));
        return EventJson.MAPPER.readValue(
                json, EventJson.MAPPER.getTypeFactory().constructParametricType(Envelope.class, data));
    }
}

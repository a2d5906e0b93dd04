package io.dianmai.gateway.stream;

import io.dianmai.contracts.EventJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** One event as it goes over the wire, encoded once for all viewers. */
final class Frame {
    private final long position;
    private final LiveEvent event;
    private final byte[] bytes;

    /**
     * Encodes an event.
     *
     * @param run ids of another run of the gateway mean nothing to this one
     * @param position among the events of this run, from 1
     */
    Frame(String run, long position, LiveEvent event) {
        this.position = position;
        this.event = event;
        this.bytes = encode(id(run, position), event.name(), event.body());
    }

    long position() {
        return position;
    }

    LiveEvent event() {
        return event;
    }

    /** Shared by all who write it; nobody changes it. */
    byte[] bytes() {
        return bytes;
    }

    static String id(String run, long position) {
        return run + '-' + position;
    }

    /** The fields of a Server-Sent Event. */
    static byte[] encode(String id, String name, Object body) {
        var frame = new ByteArrayOutputStream(512);
        frame.writeBytes(("id: " + id + "\nevent: " + name + "\ndata: ").getBytes(StandardCharsets.UTF_8));
        frame.writeBytes(EventJson.MAPPER.writeValueAsBytes(body));
        frame.writeBytes(new byte[] {'\n', '\n'});
        return frame.toByteArray();
    }
}

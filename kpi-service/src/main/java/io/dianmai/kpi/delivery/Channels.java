package io.dianmai.kpi.delivery;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The ways that there are. */
@Component
public class Channels {
    private final Map<ChannelKind, Channel> byKind = new EnumMap<>(ChannelKind.class);

    public Channels(List<Channel> channels) {
        for (Channel channel : channels) {
            if (byKind.put(channel.kind(), channel) != null) {
                throw new IllegalStateException("two channels for " + channel.kind());
            }
        }
    }

    public Optional<Channel> find(ChannelKind kind) {
        return Optional.ofNullable(byKind.get(kind));
    }
}

package io.dianmai.kpi.delivery.queue;

import io.dianmai.kpi.delivery.Attempt;
import io.dianmai.kpi.delivery.Channel;
import io.dianmai.kpi.delivery.ChannelKind;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Notice;
import io.dianmai.kpi.delivery.Objection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/** Notes what it is to send, and answers as it is told. */
final class FakeChannel implements Channel {
    /** Ids of the notices of each message, with the target before them. */
    final List<String> messages = new CopyOnWriteArrayList<>();

    private volatile BiFunction<DeliveryTarget, List<Notice>, Attempt> answer = (_, _) -> new Attempt.Delivered(200);
    private volatile int most = 1;

    void answers(Attempt attempt) {
        answer = (_, _) -> attempt;
    }

    void answers(BiFunction<DeliveryTarget, List<Notice>, Attempt> attempts) {
        answer = attempts;
    }

    void atOnce(int count) {
        most = count;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WEBHOOK;
    }

    @Override
    public int mostAtOnce() {
        return most;
    }

    @Override
    public Attempt send(DeliveryTarget target, List<Notice> notices) {
        messages.add(target.id() + ":"
                + String.join("+", notices.stream().map(Notice::id).toList()));
        return answer.apply(target, notices);
    }

    @Override
    public Optional<Objection> objection(DeliveryTarget draft) {
        return Optional.empty();
    }
}

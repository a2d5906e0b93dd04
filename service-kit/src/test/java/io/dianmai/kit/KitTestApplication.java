package io.dianmai.kit;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.kit.messaging.EventReceiver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

/** The smallest service: it hears facts and remembers them, or fails as a test has told it to. */
@SpringBootApplication
public class KitTestApplication {

    /** What was heard and what is to fail. */
    public static final class Heard {
        public final List<Envelope<EventData>> events = new CopyOnWriteArrayList<>();
        public final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
        public final Map<String, RuntimeException> failures = new ConcurrentHashMap<>();

        void on(Envelope<EventData> event) {
            tries.computeIfAbsent(event.id(), id -> new AtomicInteger()).incrementAndGet();
            RuntimeException failure = failures.get(event.id());
            if (failure != null) {
                throw failure;
            }
            events.add(event);
        }

        public int triesOf(String id) {
            AtomicInteger count = tries.get(id);
            return count == null ? 0 : count.get();
        }
    }

    @Bean
    Heard heard() {
        return new Heard();
    }

    @Bean
    Consumer<Message<List<byte[]>>> storeEvents(EventReceiver receiver, Heard heard) {
        return receiver.deliverTo(heard::on);
    }
}

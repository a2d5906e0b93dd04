package io.dianmai.kpi.delivery.message;

import io.dianmai.kit.test.MutableClock;
import java.time.Clock;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Where templates are changed, on a store of a test. */
public final class TemplateDesk {
    private final TemplateArchive archive;
    private final TemplateBook book;
    private final MutableClock clock = new MutableClock(Told.NOW);

    public TemplateDesk(MongoTemplate mongo) {
        archive = new TemplateArchive(mongo);
        book = new TemplateBook(Told.shipped().templates(), archive::all, clock);
    }

    public TemplateArchive archive() {
        return archive;
    }

    public TemplateBook book() {
        return book;
    }

    public Clock clock() {
        return clock;
    }
}

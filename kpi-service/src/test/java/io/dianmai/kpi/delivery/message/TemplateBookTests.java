package io.dianmai.kpi.delivery.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kit.test.MutableClock;
import io.dianmai.kpi.MemoryStore;
import io.dianmai.kpi.delivery.Language;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TemplateBookTests {
    private static final TemplateKey KEY = new TemplateKey(MessageSubject.of(DeadlineKind.FOLLOW_UP), Language.ZH);
    private static final TemplateText TEXT = new TemplateText("{store}", List.of("{due}", "{when}"));

    private final MemoryStore store = new MemoryStore();
    private final TemplateArchive archive = new TemplateArchive(store.mongo());
    private final MutableClock clock = new MutableClock(Told.NOW);
    private final TemplateBook book = new TemplateBook(Told.shipped().templates(), archive::all, clock);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void otherInstancesSeeAChangeWithinASecond() {
        assertThat(book.of(KEY)).isEqualTo(book.shipped(KEY));
        assertThat(archive.keep(own(TEXT, 1))).isTrue();

        clock.advance(Duration.ofMillis(1_001));

        assertThat(book.of(KEY).source()).isEqualTo(TEXT);
        assertThat(book.of(new TemplateKey(KEY.subject(), Language.EN)))
                .isEqualTo(book.shipped(new TemplateKey(KEY.subject(), Language.EN)));
    }

    @Test
    void goesBackToTheOneThatShips() {
        assertThat(archive.keep(own(TEXT, 1))).isTrue();
        assertThat(archive.keep(own(null, 2))).isTrue();

        assertThat(book.of(KEY)).isEqualTo(book.shipped(KEY));
        assertThat(archive.find(KEY)).contains(own(null, 2));
    }

    @Test
    void keepsOnlyTheFirstOfTwoChanges() {
        assertThat(archive.keep(own(TEXT, 1))).isTrue();
        assertThat(archive.keep(own(null, 1))).isFalse();
        assertThat(archive.keep(own(null, 3))).isFalse();
        assertThat(archive.find(KEY)).contains(own(TEXT, 1));
    }

    @Test
    void aTemplateOfAnotherVersionDoesNotKeepPeopleFromHearing() {
        assertThat(archive.keep(own(new TemplateText("{from the future}", List.of("x")), 1)))
                .isTrue();
        store.mongo()
                .getCollection("message_templates")
                .insertOne(new Document("_id", "NEW_KIND:ZH")
                        .append("subject", "NEW_KIND")
                        .append("language", "ZH"));

        assertThat(book.of(KEY)).isEqualTo(book.shipped(KEY));
    }

    private static OwnTemplate own(@Nullable TemplateText text, int revision) {
        return new OwnTemplate(KEY, text, revision, "hq", Told.NOW);
    }
}

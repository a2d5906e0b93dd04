package io.dianmai.kpi.delivery.message;

import io.dianmai.contracts.reminder.ReminderDigest;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.kpi.delivery.Language;
import io.dianmai.kpi.delivery.Notice;
import io.dianmai.kpi.delivery.NoticeKind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes notices as messages, by the templates that hold now. */
public final class Wording {
    private final Words words;
    private final Templates templates;
    private final Places places;
    private final Clock clock;

    /** The template of a subject in a language. */
    interface Templates {
        MessageTemplate of(TemplateKey key);
    }

    Wording(Words words, Templates templates, Places places, Clock clock) {
        this.words = words;
        this.templates = templates;
        this.places = places;
        this.clock = clock;
    }

    /** One message: of a single notice in full, of several their titles. */
    public Message write(List<Notice> notices, Language language) {
        Instant now = clock.instant();
        return notices.size() == 1
                ? one(notices.getFirst(), language, now, templates)
                : bundle(notices, language, now, templates);
    }

    /** As {@link #write}, with one template in the place of the one that holds now. */
    public Message preview(List<Notice> notices, TemplateKey key, MessageTemplate draft) {
        Templates drafted = any -> any.equals(key) ? draft : templates.of(any);
        return key.subject().shape() == MessageShape.BUNDLE
                ? bundle(notices, key.language(), clock.instant(), drafted)
                : one(notices.getFirst(), key.language(), clock.instant(), drafted);
    }

    /** Says that there would have been more lines. */
    public String more(int count, Language language) {
        return Phrases.in(language).more(count);
    }

    private Message one(Notice notice, Language language, Instant now, Templates from) {
        NoticeValues values = new NoticeValues(words, places, language);
        Message message = switch (notice.event().data()) {
            case ReminderFired fired ->
                written(MessageSubject.of(fired.kind()), language, from, values.of(notice, fired, now));
            case ReminderDigest digest -> written(MessageSubject.DIGEST, language, from, values.of(notice, digest));
        };
        return notice.kind() == NoticeKind.TEST
                ? message.titled(Phrases.in(language).test(message.title()))
                : message;
    }

    private Message bundle(List<Notice> notices, Language language, Instant now, Templates from) {
        NoticeValues values = new NoticeValues(words, places, language);
        List<String> titles = notices.stream()
                .map(notice -> one(notice, language, now, from).title())
                .toList();
        return written(MessageSubject.BUNDLE, language, from, values.of(notices))
                .and(titles);
    }

    private static Message written(
            MessageSubject subject, Language language, Templates from, Map<Placeholder, String> values) {
        return from.of(new TemplateKey(subject, language)).with(values);
    }
}

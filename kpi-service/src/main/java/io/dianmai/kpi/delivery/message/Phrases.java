package io.dianmai.kpi.delivery.message;

import io.dianmai.kpi.delivery.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What is said in the words of a language, besides names. */
interface Phrases {
    static Phrases in(Language language) {
        return switch (language) {
            case ZH -> new ChinesePhrases();
            case EN -> new EnglishPhrases();
        };
    }

    /** A time on the clock of the store. */
    String time(Instant at, ZoneId zone);

    /** How far it is to the due time, from the other side when negative. */
    String when(Duration left);

    String list(List<String> names);

    /** How many of a kind. */
    String count(String name, int count);

    /** So many more people than were named. */
    String others(int count);

    /** So many more lines than fit. */
    String more(int count);

    /** The title of what only tries out a target. */
    String test(String title);

    /** It fired late. */
    String late();

    /** To the whole minute, as people count. */
    static long minutes(Duration span) {
        return Math.round(span.abs().toMillis() / 60_000.0);
    }
}

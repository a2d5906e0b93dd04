package io.dianmai.local.sample;

import java.time.Instant;

/**
 * How far the history was told.
 *
 * @param edition of the group that it is the history of
 * @param end when the history ends: when it was first begun to be told
 * @param told so many facts from its beginning
 * @param done nothing is left to tell
 */
record FeedState(String edition, Instant end, int told, boolean done) {
    static final String FILE = "feed.json";

    FeedState and(int more) {
        return new FeedState(edition, end, told + more, done);
    }

    FeedState finished() {
        return new FeedState(edition, end, told, true);
    }
}

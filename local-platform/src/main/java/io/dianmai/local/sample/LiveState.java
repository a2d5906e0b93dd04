package io.dianmai.local.sample;

import java.time.Instant;

/**
 * How far the present was told.
 *
 * @param opening when the show began, or began again after a long pause
 * @param told all facts up to then
 */
record LiveState(Instant opening, Instant told) {
    static final String FILE = "live.json";
}

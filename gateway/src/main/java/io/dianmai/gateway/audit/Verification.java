package io.dianmai.gateway.audit;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Walks along the chains and notes where something was changed or taken away. */
final class Verification {
    /** Where one thing was changed much may be; the first places tell. */
    private static final int MOST_BREAKS = 100;

    private final Set<Head> missing;
    private final List<Head> heads = new ArrayList<>();
    private final List<Break> breaks = new ArrayList<>();
    private long entries;
    private @Nullable Link last;

    /** @param known ends of chains that were written down before: they must still be links */
    Verification(List<Head> known) {
        this.missing = new HashSet<>(known);
    }

    /**
     * The end of a chain.
     *
     * @param position how many entries the chain has
     */
    record Head(int partition, long position, String hash) {
        private static final Pattern TEXT = Pattern.compile("(\\d{1,4}):(\\d{1,12}):([0-9a-f]{64})");

        /** @throws ProblemException 400 when it is no such text */
        static Head parse(String text) {
            Matcher parts = TEXT.matcher(text);
            if (!parts.matches()) {
                throw ProblemException.invalid(List.of(new Violation("head", "Must be partition:position:hash.")));
            }
            return new Head(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2)), parts.group(3));
        }
    }

    /**
     * A place where something is wrong.
     *
     * @param position of the entry
     * @param what in words
     */
    record Break(int partition, long position, String what) {}

    /**
     * What has come of it.
     *
     * @param heads write them down elsewhere: with them it is seen, too, when the newest entries are taken away
     */
    record Report(boolean intact, long entries, List<Head> heads, List<Break> breaks) {}

    /** The next document in the order of links. */
    void accept(Document document) {
        entries++;
        try {
            check(KeptEntry.read(document), document);
        } catch (JacksonException | ClassCastException | NullPointerException mangled) {
            note(last == null ? Link.before(0) : last, "An entry after this cannot be read.");
        }
    }

    private void check(KeptEntry kept, Document document) {
        Link link = kept.link();
        if (last != null && last.partition() != link.partition()) {
            end();
        }
        Link before = last == null ? Link.before(link.partition()) : last;
        if (link.position() != before.position() + 1) {
            note(link, "Before it " + (link.position() - before.position() - 1) + " entries are missing.");
        } else if (!kept.previous().equals(before.hash())) {
            note(link, "The entry before it is another one than there was.");
        }
        Link own = new Link(link.partition(), link.position() - 1, kept.previous()).next(kept.json());
        if (!own.equals(link) || !kept.isWhatStandsIn(document)) {
            note(link, "It says something else than it did.");
        }
        missing.remove(new Head(link.partition(), link.position(), link.hash()));
        last = link;
    }

    private void end() {
        if (last != null) {
            heads.add(new Head(last.partition(), last.position(), last.hash()));
        }
        last = null;
    }

    private void note(Link at, String what) {
        if (breaks.size() < MOST_BREAKS) {
            breaks.add(new Break(at.partition(), at.position(), what));
        }
    }

    Report report() {
        end();
        missing.forEach(head -> note(
                new Link(head.partition(), head.position(), head.hash()),
                "This head was written down, and is no more: entries were taken away or changed."));
        return new Report(breaks.isEmpty(), entries, List.copyOf(heads), List.copyOf(breaks));
    }
}

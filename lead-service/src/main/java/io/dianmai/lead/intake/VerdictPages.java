package io.dianmai.lead.intake;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.web.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pages of verdicts, in the order of the file. */
@Component
class VerdictPages {
    private static final int MOST = 500;
    private static final int USUAL = 100;

    private final ImportChunks chunks;

    VerdictPages(ImportChunks chunks) {
        this.chunks = chunks;
    }

    /** Where a page begins. */
    private record Cursor(int chunk, int index) {
        static final Cursor FIRST = new Cursor(0, 0);

        static Cursor parse(@Nullable String text) {
            if (text == null) {
                return FIRST;
            }
            if (!text.matches("\\d{1,6}\\.\\d{1,6}")) {
                throw invalid("cursor", "Must be taken from next of the page before.");
            }
            String[] parts = text.split("\\.", 2);
            return new Cursor(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }

        @Override
        public String toString() {
            return chunk + "." + index;
        }
    }

    /** The verdicts after the cursor; with a state only those. */
    Page<Verdict> page(ImportJob job, Verdict.@Nullable State state, @Nullable Integer limit, @Nullable String cursor) {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw invalid("limit", "Must be from 1 to " + MOST + ".");
        }
        int wanted = limit == null ? USUAL : limit;
        Cursor begin = Cursor.parse(cursor);
        List<Verdict> items = new ArrayList<>();
        for (int chunk = begin.chunk(); chunk < job.chunks(); chunk++) {
            List<Verdict> verdicts = chunks.verdicts(job.id(), chunk);
            int from = chunk == begin.chunk() ? begin.index() : 0;
            for (int index = from; index < verdicts.size(); index++) {
                if (items.size() == wanted) {
                    return new Page<>(items, new Cursor(chunk, index).toString());
                }
                if (state == null || verdicts.get(index).state() == state) {
                    items.add(verdicts.get(index));
                }
            }
        }
        return new Page<>(items, null);
    }

    private static ProblemException invalid(String parameter, String detail) {
        return ProblemException.invalid(List.of(new Violation(parameter, detail)));
    }
}

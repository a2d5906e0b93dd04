package io.dianmai.kit.table;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import org.springframework.http.HttpStatus;

/** Files that cannot be read, as answers. */
public final class TableProblems {
    private static final ProblemType TOO_LARGE =
            ProblemType.of("table-too-large", "The file is too large", HttpStatus.CONTENT_TOO_LARGE);
    private static final ProblemType BOMB =
            ProblemType.of("table-inflates", "The file becomes too large", HttpStatus.CONTENT_TOO_LARGE);
    private static final ProblemType PROTECTED =
            ProblemType.of("table-protected", "The file cannot be opened", HttpStatus.UNPROCESSABLE_CONTENT);
    private static final ProblemType BROKEN =
            ProblemType.of("table-broken", "The file cannot be read", HttpStatus.UNPROCESSABLE_CONTENT);

    private TableProblems() {}

    /** The problem that such a file is answered with. */
    public static ProblemException of(UnreadableTable unreadable) {
        ProblemType type = switch (unreadable.reason()) {
            case TOO_LARGE -> TOO_LARGE;
            case BOMB -> BOMB;
            case PROTECTED -> PROTECTED;
            case BROKEN -> BROKEN;
        };
        return new ProblemException(type, unreadable.detail());
    }
}

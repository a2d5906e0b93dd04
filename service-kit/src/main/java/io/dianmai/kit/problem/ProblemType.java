package io.dianmai.kit.problem;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/**
 * A kind of problem that callers can tell apart.
 *
 * @param slug last part of the stable {@code type} URI, for example {@code stale-version}
 * @param title the same for every occurrence; what is special about one goes into its detail
 * @param status HTTP status that it is answered with
 */
public record ProblemType(String slug, String title, HttpStatus status) {
    public static final ProblemType BAD_REQUEST =
            of("bad-request", "The request cannot be read", HttpStatus.BAD_REQUEST);
    public static final ProblemType INVALID = of("invalid", "The request has invalid values", HttpStatus.BAD_REQUEST);
    public static final ProblemType UNAUTHENTICATED =
            of("unauthenticated", "A valid access token is needed", HttpStatus.UNAUTHORIZED);
    public static final ProblemType FORBIDDEN =
            of("forbidden", "This is not for the roles of the caller", HttpStatus.FORBIDDEN);
    public static final ProblemType NOT_FOUND = of("not-found", "There is nothing here", HttpStatus.NOT_FOUND);
    public static final ProblemType CONFLICT = of("conflict", "Somebody else was faster", HttpStatus.CONFLICT);
    public static final ProblemType TOO_LARGE =
            of("too-large", "The request is too large", HttpStatus.CONTENT_TOO_LARGE);
    public static final ProblemType UNAVAILABLE =
            of("unavailable", "A part of the platform is not available", HttpStatus.SERVICE_UNAVAILABLE);
    public static final ProblemType INTERNAL =
            of("internal", "The platform has failed", HttpStatus.INTERNAL_SERVER_ERROR);

    private static final URI BASE = URI.create("https://dianmai.io/problems/");

    /** The same as the constructor, shorter to read in lists of constants. */
    public static ProblemType of(String slug, String title, HttpStatus status) {
        return new ProblemType(slug, title, status);
    }

    /** The {@code type} of the problem detail. */
    public URI uri() {
        return BASE.resolve(slug);
    }

    /** The type for a status that the web framework has chosen by itself, for example 405. */
    static ProblemType ofStatus(HttpStatus status) {
        return switch (status.value()) {
            case 400 -> BAD_REQUEST;
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 409 -> CONFLICT;
            case 413 -> TOO_LARGE;
            case 500 -> INTERNAL;
            case 503 -> UNAVAILABLE;
            default -> of(slugOf(status), status.getReasonPhrase(), status);
        };
    }

    private static String slugOf(HttpStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

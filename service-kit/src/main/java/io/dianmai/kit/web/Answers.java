package io.dianmai.kit.web;

import io.dianmai.kit.aggregate.Stored;
import java.net.URI;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/** Aggregates as answers, with their version as {@code ETag}. */
public final class Answers {
    private Answers() {}

    /** 200 with the aggregate as it is now. */
    public static <S, T> ResponseEntity<T> ok(Stored<S> stored, Function<Stored<S>, T> view) {
        return ResponseEntity.ok().eTag(eTag(stored)).body(view.apply(stored));
    }

    /** 201 with the aggregate and where it is found. */
    public static <S, T> ResponseEntity<T> created(
            String collectionPath, Stored<S> stored, Function<Stored<S>, T> view) {
        return ResponseEntity.created(URI.create(collectionPath + '/' + stored.id()))
                .eTag(eTag(stored))
                .body(view.apply(stored));
    }

    /** The {@code ETag} of an aggregate, as {@link IfMatch} reads it back. */
    public static String eTag(Stored<?> stored) {
        return '"' + Long.toString(stored.version()) + '"';
    }
}

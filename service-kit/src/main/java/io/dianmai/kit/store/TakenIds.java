package io.dianmai.kit.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Of an unordered bulk write, those writes that met an id where something else stands: an insert of what is there already, or an
 * upsert whose guard did not match. Whoever guards his writes so expects that, and nothing else.
 */
public final class TakenIds {
    private TakenIds() {}

    /**
     * Their positions among the writes; all others are done.
     *
     * @throws MongoBulkWriteException the same, when anything else went wrong
     */
    public static Set<Integer> in(MongoBulkWriteException failed) {
        requireNothingElse(failed);
        return failed.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toUnmodifiableSet());
    }

    /** @throws MongoBulkWriteException the same, when anything else went wrong */
    public static void requireNothingElse(MongoBulkWriteException failed) {
        boolean onlyTaken =
                failed.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
        if (!onlyTaken || failed.getWriteErrors().isEmpty() || failed.getWriteConcernError() != null) {
            throw failed;
        }
    }
}

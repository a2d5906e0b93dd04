package io.dianmai.followup.contact;

import io.dianmai.contracts.Personal;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.personal.SealedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people write down about a contact may name anybody, so it is kept like personal data: sealed, and in no event. Blanks and
 * line ends are kept as one blank each.
 */
@Component
public final class SealedNotes {
    /** Stands before each note, because what is sealed may show its first character. */
    private static final String COVER = "#";

    private final PersonalDataSealer sealer;

    SealedNotes(PersonalDataSealer sealer) {
        this.sealer = sealer;
    }

    /** Null when nothing is written. */
    public @Nullable String seal(@Nullable String note) {
        return note == null || note.isBlank()
                ? null
                : sealer.seal(Personal.Kind.NAME, COVER + note.strip())
                        .map(SealedText::text)
                        .orElse(null);
    }

    /** What was written; null when nothing was. */
    public @Nullable String open(@Nullable String sealed) {
        return sealed == null ? null : sealer.unseal(SealedText.parse(sealed)).substring(COVER.length());
    }
}

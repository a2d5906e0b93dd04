package io.dianmai.kit.reseal;

import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.personal.SealedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;

/** Finds sealed texts in a document, at any depth and also inside of texts, as in JSON that is kept as text. */
final class OldSeals {
    private static final Pattern SEALED = Pattern.compile("sealed\\.v1(?:\\.[A-Za-z0-9_-]+){4}");
    private static final String ID = "_id";

    private final PersonalDataSealer sealer;

    OldSeals(PersonalDataSealer sealer) {
        this.sealer = sealer;
    }

    /**
     * A string of a document that holds a text sealed under an older key.
     *
     * @param path of the field, dots between the names
     * @param resealed the same, all of it under the newest key
     */
    record Found(String path, String before, String resealed) {}

    List<Found> in(Document document) {
        List<Found> found = new ArrayList<>();
        document.forEach((name, value) -> {
            if (!name.equals(ID)) {
                collect(name, value, found);
            }
        });
        return found;
    }

    private void collect(String path, Object value, List<Found> found) {
        switch (value) {
            case String text -> {
                String resealed = resealed(text);
                if (!resealed.equals(text)) {
                    found.add(new Found(path, text, resealed));
                }
            }
            case Document inner -> inner.forEach((name, one) -> collect(path + '.' + name, one, found));
            case List<?> list -> {
                for (int index = 0; index < list.size(); index++) {
                    collect(path + '.' + index, list.get(index), found);
                }
            }
            case null, default -> {
                // Numbers, times and bytes hold no sealed text.
            }
        }
    }

    private String resealed(String text) {
        return SEALED.matcher(text).replaceAll(seal -> Matcher.quoteReplacement(resealedOne(seal.group())));
    }

    /** A text that only looks sealed, or whose key is gone, stays as it is: nobody could open it. */
    private String resealedOne(String seal) {
        try {
            return sealer.sealAnew(SealedText.parse(seal)).text();
        } catch (IllegalArgumentException notOurs) {
            return seal;
        }
    }
}

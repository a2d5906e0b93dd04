package io.dianmai.lead.intake;

import io.dianmai.lead.intake.sheet.Headers;
import io.dianmai.lead.intake.sheet.ImportKind;
import io.dianmai.lead.intake.sheet.ImportRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Judges the rows of a file. */
final class PreviewPass {
    private static final int SHOWN = 100;

    private final SheetPass pass;
    private final Function<Headers, Import<?>> imports;
    private final List<Verdict> shown = new ArrayList<>();
    private @Nullable Import<?> judging;
    private int bad;

    PreviewPass(ImportKind kind, Function<Headers, Import<?>> imports) {
        this.imports = imports;
        this.pass = new SheetPass(kind, this::begin, this::judge);
    }

    SheetPass pass() {
        return pass;
    }

    /** To be asked for when the file is at its end. */
    Preview result() {
        Headers headers = pass.headers();
        return new Preview(
                pass.rows(),
                pass.rows() - bad,
                bad,
                headers.all(),
                headers.missing(),
                headers.twice(),
                headers.unknown(),
                shown);
    }

    private void begin(Headers headers) {
        judging = imports.apply(headers);
    }

    private void judge(ImportRow row) {
        Verdict verdict = Objects.requireNonNull(judging, "headers come first").judge(row);
        if (verdict.isBad()) {
            bad++;
            if (shown.size() < SHOWN) {
                shown.add(verdict);
            }
        }
    }
}

package io.dianmai.kpi.delivery.message.web;

import io.dianmai.kpi.delivery.Language;
import io.dianmai.kpi.delivery.message.OwnTemplate;
import io.dianmai.kpi.delivery.message.Placeholder;
import io.dianmai.kpi.delivery.message.TemplateKey;
import io.dianmai.kpi.delivery.message.TemplateText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template as it is shown.
 *
 * @param own whether headquarters have put it in the place of the one that ships
 * @param placeholders that it may name
 * @param revision 0 while it was never changed
 * @param by who changed it last
 */
record TemplateView(
        String subject,
        Language language,
        String title,
        List<String> text,
        boolean own,
        List<String> placeholders,
        int revision,
        @Nullable String by,
        @Nullable Instant at) {

    static TemplateView of(TemplateKey key, TemplateText shipped, @Nullable OwnTemplate changed) {
        TemplateText own = changed == null ? null : changed.text();
        TemplateText holds = own == null ? shipped : own;
        return new TemplateView(
                key.subject().name(),
                key.language(),
                holds.title(),
                holds.text(),
                own != null,
                Placeholder.words(key.subject().shape()),
                changed == null ? 0 : changed.revision(),
                changed == null ? null : changed.by(),
                changed == null ? null : changed.at());
    }
}

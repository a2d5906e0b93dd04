package io.dianmai.kpi.delivery.message.web;

import io.dianmai.kpi.delivery.message.TemplateText;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * A template as it is sent.
 *
 * @param text lines
 */
record TemplateRequest(@NotNull String title, @NotNull List<@NotNull String> text) {
    TemplateText draft() {
        return new TemplateText(title, text);
    }
}

package io.dianmai.kpi.delivery.message;

import java.util.List;

/**
 * A template as it is written.
 *
 * @param title one line, the subject of a mail
 * @param text lines; those that come out empty are left out
 */
public record TemplateText(String title, List<String> text) {
    public TemplateText {
        text = List.copyOf(text);
    }
}

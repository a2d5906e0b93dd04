package io.dianmai.kpi.delivery.mail;

import io.dianmai.kpi.delivery.message.Message;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** A message as the two alternatives of a mail. */
final class MailText {
    private MailText() {}

    static String plain(Message message) {
        return message.title() + "\n\n" + String.join("\n", message.lines()) + "\n";
    }

    /** Plain markup without anything that is loaded from elsewhere. */
    static String html(Message message, String language) {
        String lines = message.lines().stream()
                .map(line -> "<p style=\"margin:4px 0\">" + escaped(line) + "</p>")
                .collect(Collectors.joining("\n"));
        return """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="UTF-8"><title>%s</title></head>
                <body style="font-family:sans-serif;font-size:14px;color:#222">
                <h2 style="font-size:16px">%s</h2>
                %s
                </body></html>
                """.formatted(language, escaped(message.title()), escaped(message.title()), lines);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}

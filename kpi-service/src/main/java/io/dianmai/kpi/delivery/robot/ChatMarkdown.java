package io.dianmai.kpi.delivery.robot;

import io.dianmai.kpi.delivery.message.Message;
import java.util.stream.Collectors;

/**
 * A message in the little Markdown that WeCom and DingTalk know. Neither has a documented way to escape, so characters
 * with a meaning become their full-width likes: no name of a store draws a link, a picture, a colour or a mention.
 */
final class ChatMarkdown {
    private static final String MEANING = "*_`#[]<>!~|\\&@";
    /** From here to their full-width likes, which stand in the same order. */
    private static final int TO_FULL_WIDTH = '！' - '!';

    private ChatMarkdown() {}

    /**
     * The title, then its lines as quotations.
     *
     * @param lineEnd what ends a line there
     */
    static String of(Message message, String lineEnd) {
        return message.lines().stream()
                .map(line -> "> " + plain(line))
                .collect(Collectors.joining(lineEnd, "**" + plain(message.title()) + "**" + lineEnd, ""));
    }

    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(c -> plain.appendCodePoint(MEANING.indexOf(c) < 0 ? c : c + TO_FULL_WIDTH));
        // What looks like a link is made one by chat programs.
        return plain.toString().replace("://", "：//").replace("www.", "www．");
    }
}

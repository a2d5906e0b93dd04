package io.dianmai.lead.intake.adf;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes text of bytes. What a document declares of its encoding is often wrong, so it is tried in the order in which it
 * is likely: what a byte order mark says, UTF-8, what is declared, GB18030.
 */
final class AdfBytes {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
    private static final int DECLARATION = 300;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private AdfBytes() {}

    /** Empty when it is no text. */
    static Optional<String> text(byte[] bytes) {
        return candidates(bytes).stream()
                .flatMap(charset -> decode(bytes, charset).stream())
                .filter(text -> text.indexOf('\0') < 0)
                .map(text -> !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text)
                .findFirst();
    }

    private static List<Charset> candidates(byte[] bytes) {
        List<Charset> candidates = new ArrayList<>();
        if (bytes.length >= 2 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF && bytes[0] != 0) {
            candidates.add(StandardCharsets.UTF_16);
        }
        candidates.add(StandardCharsets.UTF_8);
        if (bytes.length >= 2 && (bytes[0] == 0 || bytes[1] == 0)) {
            candidates.add(bytes[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        declared(bytes).ifPresent(candidates::add);
        candidates.add(GB18030);
        // Says something about any bytes: better a strange letter in a name than no lead.
        candidates.add(StandardCharsets.ISO_8859_1);
        return candidates;
    }

    private static Optional<Charset> declared(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(start);
        if (!declared.find()) {
            return Optional.empty();
        }
        try {
            Charset charset = Charset.forName(declared.group(1));
            return charset.name().startsWith("UTF-") ? Optional.empty() : Optional.of(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}

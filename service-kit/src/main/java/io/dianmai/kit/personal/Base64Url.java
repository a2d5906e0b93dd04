package io.dianmai.kit.personal;

import java.util.Base64;

/** Base64 without the characters that URLs, headers and our own dots would trip over. */
final class Base64Url {
    private Base64Url() {}

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}

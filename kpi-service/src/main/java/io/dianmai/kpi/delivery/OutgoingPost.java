package io.dianmai.kpi.delivery;

import java.net.URI;
import java.util.Map;

/**
 * HTTP to addresses that people have entered. It goes to no address of a private network unless that is allowed, follows
 * no redirects, is patient for seconds only and reads a bounded answer.
 */
public interface OutgoingPost {
    /** Posts a body; ends within ten seconds, whatever the other side does. */
    Reply post(URI address, Map<String, String> headers, byte[] body);

    /** How it ended. */
    sealed interface Reply {
        /**
         * There was an answer.
         *
         * @param headers by name in lower case; of repeated ones the first
         * @param body as UTF-8, cut at 64 KB
         */
        record Answered(int status, Map<String, String> headers, String body) implements Reply {
            public Answered {
                headers = Map.copyOf(headers);
            }
        }

        /** There was none, or the address is not allowed; the reason names no address. */
        record Failed(String reason) implements Reply {}
    }
}

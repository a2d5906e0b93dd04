package io.dianmai.kpi.delivery.webhook;

import io.dianmai.kpi.delivery.OutgoingPost;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Posts to a receiver: looks its name up once, checks every address that it has, and connects to one of those that were
 * checked, so that a name which changes its addresses in between gains nothing. The certificate must be for the name.
 * One connection for each request, no redirects, no cookies, no proxy.
 */
final class GuardedPost implements OutgoingPost, AutoCloseable {
    private final AddressGuard guard;
    private final Resolver resolver;
    private final Connecting connecting;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("delivery-deadlines").factory());

    GuardedPost(AddressGuard guard, Resolver resolver, Connecting connecting) {
        this.guard = guard;
        this.resolver = resolver;
        this.connecting = connecting;
    }

    @Override
    public Reply post(URI uri, Map<String, String> headers, byte[] body) {
        return switch (WebAddress.read(uri, guard.allowsSome())) {
            case WebAddress.Reading.Bad(String detail) -> new Reply.Failed("The address is not acceptable: " + detail);
            case WebAddress.Reading.Good(WebAddress address) -> post(address, headers, body);
        };
    }

    private Reply post(WebAddress address, Map<String, String> headers, byte[] body) {
        try (Deadline deadline = new Deadline(timer, connecting.whole())) {
            try {
                InetAddress[] checked = deadline.within(() -> resolver.resolve(address.host()));
                if (!allowed(address, checked)) {
                    return new Reply.Failed("The host has an address that is not allowed.");
                }
                return exchange(address, checked, request(address, headers, body), deadline);
            } catch (IOException failed) {
                return new Reply.Failed(Reasons.of(failed, deadline.isOver(), connecting.whole()));
            }
        }
    }

    /** All of them: one that is not means that somebody plays with the name. In clear only into private networks. */
    private boolean allowed(WebAddress address, InetAddress[] addresses) throws UnknownHostException {
        if (addresses.length == 0) {
            throw new UnknownHostException(address.host());
        }
        for (InetAddress one : addresses) {
            if (!guard.isAllowed(one) || (!address.tls() && !guard.isInAllowedNetwork(one))) {
                return false;
            }
        }
        return true;
    }

    private Reply exchange(WebAddress address, InetAddress[] checked, byte[] request, Deadline deadline)
            throws IOException {
        try (var socket = connecting.connect(address, checked, deadline)) {
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            return new Answer(new BufferedInputStream(socket.getInputStream())).read();
        }
    }

    private static byte[] request(WebAddress address, Map<String, String> headers, byte[] body) {
        StringBuilder head = new StringBuilder()
                .append("POST ")
                .append(address.target())
                .append(" HTTP/1.1\r\nHost: ")
                .append(address.authority())
                .append("\r\nConnection: close\r\nUser-Agent: Dianmai\r\nAccept: */*\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n");
        headers.forEach((name, value) ->
                head.append(oneLine(name)).append(": ").append(oneLine(value)).append("\r\n"));
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    private static String oneLine(String text) {
        if (text.chars().anyMatch(character -> character < ' ' || character > '~')) {
            throw new IllegalArgumentException("a header with characters that do not belong there");
        }
        return text;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

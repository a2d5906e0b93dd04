package io.dianmai.kpi.delivery.webhook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Connects to addresses that were checked, under the name that was asked for.
 *
 * @param connect how long one address may take
 * @param whole how long the exchange may take
 */
record Connecting(SSLSocketFactory tls, Duration connect, Duration whole) {

    /** A connection to the first of them that accepts one, with TLS where the address says so. */
    Socket connect(WebAddress address, InetAddress[] checked, Deadline deadline) throws IOException {
        IOException last = new ConnectException("no address");
        for (InetAddress one : checked) {
            Socket plain = new Socket();
            try {
                deadline.guard(plain);
                long patience = Math.min(connect.toMillis(), deadline.left().toMillis());
                plain.connect(new InetSocketAddress(one, address.port()), Math.toIntExact(patience));
                return address.tls() ? secured(address, plain) : plain;
            } catch (IOException failed) {
                plain.close();
                last = failed;
            }
        }
        throw last;
    }

    private Socket secured(WebAddress address, Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, address.host(), address.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        if (!isLiteral(address.host())) {
            parameters.setServerNames(List.of(new SNIHostName(address.host())));
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static boolean isLiteral(String host) {
        return host.contains(":") || host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
    }
}

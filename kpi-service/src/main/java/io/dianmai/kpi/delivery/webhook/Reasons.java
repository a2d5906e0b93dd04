package io.dianmai.kpi.delivery.webhook;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Why there was no answer, for people to read: without addresses, which exceptions tell. */
final class Reasons {
    private Reasons() {}

    static String of(IOException failure, boolean tooLate, Duration whole) {
        if (tooLate) {
            return "There was no answer within " + whole.toSeconds() + " seconds.";
        }
        return switch (failure) {
            case UnknownHostException _ -> "The host's name is not known.";
            case SSLException _ -> "TLS failed: the certificate is not valid for the host, or there is no TLS.";
            case SocketTimeoutException _ -> "The host did not accept the connection in time.";
            case ConnectException _, NoRouteToHostException _ -> "The host refused the connection.";
            case ProtocolException _ -> "The answer is no HTTP/1.1, or too large in its headers.";
            case EOFException _ -> "The connection ended before there was an answer.";
            default -> "The connection broke off.";
        };
    }
}

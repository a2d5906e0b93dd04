package io.dianmai.kit.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The network address that a request came from, before the gateway. */
public final class ClientAddress {
    /** How the gateway tells the services; what a caller says under this name never gets past the gateway. */
    public static final String HEADER = "Dianmai-Client-Address";

    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    private ClientAddress() {}

    /** Without the gateway in front, or where its word makes no sense, the one at the other end of the line. */
    static String of(HttpServletRequest request, boolean behindGateway) {
        String told = behindGateway ? request.getHeader(HEADER) : null;
        return told != null && ADDRESS.matcher(told).matches() ? told : request.getRemoteAddr();
    }
}

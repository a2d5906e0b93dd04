package io.dianmai.gateway.routing;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are too large, before they are read where their length is told. One of untold length is read into
 * memory, up to the limit. The ingest has limits of its own and is left alone. Files of imports may be larger, and are
 * passed on as they come.
 */
final class BodyLimit extends OncePerRequestFilter {
    private static final String INGEST = "/api/store-events";
    private static final String IMPORTS = "/api/imports";

    private final DataSize limit;
    private final DataSize importLimit;
    private final ProblemWriter problems;

    BodyLimit(DataSize limit, DataSize importLimit, ProblemWriter problems) {
        this.limit = limit;
        this.importLimit = importLimit;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(INGEST);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean imports = request.getRequestURI().startsWith(IMPORTS);
        DataSize most = imports ? importLimit : limit;
        if (request.getContentLengthLong() > most.toBytes()) {
            refuse(response, most);
        } else if (imports) {
            chain.doFilter(new CountedRequest(request, most), response);
        } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            chain.doFilter(request, response);
        } else {
            filterUntold(request, response, chain);
        }
    }

    private void filterUntold(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int most = Math.toIntExact(limit.toBytes());
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            refuse(response, limit);
        } else {
            chain.doFilter(new BufferedRequest(request, body), response);
        }
    }

    private void refuse(HttpServletResponse response, DataSize most) throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        problems.write(response, tooLarge(most));
    }

    static ProblemException tooLarge(DataSize most) {
        return new ProblemException(
                ProblemType.TOO_LARGE, "A body may have at most " + most.toKilobytes() + " KB here.");
    }
}

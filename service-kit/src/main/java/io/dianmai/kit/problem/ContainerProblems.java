package io.dianmai.kit.problem;

import java.io.IOException;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers for what the container refuses before anybody of ours is asked, for example an address that is none. */
final class ContainerProblems extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerProblems.class);

    private final ProblemWriter writer;

    private ContainerProblems(ProblemWriter writer) {
        this.writer = writer;
    }

    /** Puts it behind the container's own, so that it speaks first. */
    static void install(Context context, ProblemWriter writer) {
        context.getParent().getPipeline().addValve(new ContainerProblems(writer));
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            writer.write(response, Problems.ofStatus(status));
        } catch (IOException gone) {
            LOG.debug("a caller left before reading what was wrong: {}", gone.toString());
        }
    }
}

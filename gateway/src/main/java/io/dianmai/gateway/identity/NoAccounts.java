package io.dianmai.gateway.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Nobody could sign in, and nothing says who should. */
final class NoAccounts extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NoAccounts() {
        super("there is no account and none is set");
    }

    /** Says so in one line instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<NoAccounts> {
        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, NoAccounts cause) {
            return new FailureAnalysis(
                    "The gateway has no account that anybody could sign in with.",
                    "Set DIANMAI_HQ_USERNAME and DIANMAI_HQ_PASSWORD for the first account of HQ.",
                    cause);
        }
    }
}

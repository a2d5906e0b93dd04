package io.dianmai.lead.intake;

import io.dianmai.lead.intake.sheet.Headers.Header;
import java.util.List;

/**
 * What would become of a file.
 *
 * @param headers what they were understood as
 * @param missing columns that every row needs and that the file does not have: it would be refused
 * @param twice columns that more than one header means: it would be refused
 * @param unknown headers that are understood as nothing: it would be refused, or they left out with ignoreUnknown=true
 * @param verdicts on the first hundred bad rows
 */
record Preview(
        int rows,
        int good,
        int bad,
        List<Header> headers,
        List<String> missing,
        List<String> twice,
        List<String> unknown,
        List<Verdict> verdicts) {
    Preview {
        headers = List.copyOf(headers);
        missing = List.copyOf(missing);
        twice = List.copyOf(twice);
        unknown = List.copyOf(unknown);
        verdicts = List.copyOf(verdicts);
    }
}

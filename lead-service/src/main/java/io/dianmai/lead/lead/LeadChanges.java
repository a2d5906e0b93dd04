package io.dianmai.lead.lead;

import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Answers;
import io.dianmai.kit.web.Outcomes;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What every controller that changes a lead does: find it for who asks, carry out, answer with the lead. */
@Component
public class LeadChanges {
    private final Leads leads;

    LeadChanges(Leads leads) {
        this.leads = leads;
    }

    /**
     * A lead of a store that the viewer may see.
     *
     * @throws ProblemException 404 when there is none, or it is another store's
     */
    public Stored<Lead> visible(String id, Viewer viewer) {
        return leads.find(id).filter(lead -> viewer.maySee(lead.storeId())).orElseThrow(ProblemException::notFound);
    }

    /**
     * The answer to a command: the lead as it is after it.
     *
     * @throws ProblemException what the command was refused with
     */
    public ResponseEntity<LeadView> carryOut(String id, Command command, LeadCommand asked) {
        return Answers.ok(Outcomes.stored(leads.carryOut(id, command, asked)), LeadView::of);
    }
}

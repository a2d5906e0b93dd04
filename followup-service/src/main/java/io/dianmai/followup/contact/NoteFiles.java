package io.dianmai.followup.contact;

import io.dianmai.followup.plan.FollowUps;
import io.dianmai.kit.customer.Customer;
import io.dianmai.kit.customer.CustomerFiles;
import io.dianmai.kit.customer.HeldFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What advisors have written down about a customer. The plan forgets first: the log is filled from it, so that in the other
 * order a note could come back.
 */
@Component
class NoteFiles implements CustomerFiles {
    private final FollowUps plans;
    private final ContactLog log;
    private final SealedNotes notes;

    NoteFiles(FollowUps plans, ContactLog log, SealedNotes notes) {
        this.plans = plans;
        this.log = log;
        this.notes = notes;
    }

    @Override
    public List<HeldFile> export(Customer customer) {
        return customer.leadIds().stream()
                .flatMap(lead -> log.of(lead).stream())
                .map(this::opened)
                .toList();
    }

    private HeldFile opened(Contacted contact) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("at", contact.at());
        content.put("medium", contact.medium());
        content.put("result", contact.result());
        String note = notes.open(contact.sealedNote());
        if (note != null) {
            content.put("note", note);
        }
        return new HeldFile("contact", contact.id(), contact.storeId(), content);
    }

    @Override
    public int erase(Customer customer) {
        int erased = 0;
        for (String lead : customer.leadIds()) {
            boolean plan = plans.eraseWords(lead);
            boolean contacts = log.eraseWords(lead) > 0;
            erased += plan || contacts ? 1 : 0;
        }
        return erased;
    }
}

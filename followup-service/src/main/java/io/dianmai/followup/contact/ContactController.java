package io.dianmai.followup.contact;

import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** All contacts that were ever logged. */
@RestController
@Tag(name = "Contacts", description = "Every contact with a customer, of any age")
class ContactController {
    private final ContactLog log;
    private final SealedNotes notes;

    ContactController(ContactLog log, SealedNotes notes) {
        this.log = log;
        this.notes = notes;
    }

    @GetMapping("/api/contacts")
    @Operation(
            summary = "Contacts, newest first",
            description =
                    "Of a lead, an advisor or a store, in a span of time. Notes are shown to those who speak with customers.")
    Page<ContactView> list(@ParameterObject @Valid ContactSearch search, Viewer viewer) {
        boolean reads = ContactAccess.of(viewer);
        return search.page(
                log, viewer, contact -> ContactView.of(contact, reads ? notes.open(contact.sealedNote()) : null));
    }
}

package io.dianmai.kpi.delivery.message.web;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.audit.Audited;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kpi.delivery.Language;
import io.dianmai.kpi.delivery.message.Message;
import io.dianmai.kpi.delivery.message.MessageSubject;
import io.dianmai.kpi.delivery.message.MessageTemplate;
import io.dianmai.kpi.delivery.message.OwnTemplate;
import io.dianmai.kpi.delivery.message.SampleNotices;
import io.dianmai.kpi.delivery.message.TemplateArchive;
import io.dianmai.kpi.delivery.message.TemplateBook;
import io.dianmai.kpi.delivery.message.TemplateKey;
import io.dianmai.kpi.delivery.message.TemplateText;
import io.dianmai.kpi.delivery.message.Wording;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/message-templates}: the group's wording, of no store in particular, read and changed by headquarters. */
@RestController
class TemplatesController {
    private static final String ONE = "/api/message-templates/{subject}/{language}";

    private final TemplateArchive archive;
    private final TemplateBook book;
    private final Wording wording;
    private final Clock clock;

    TemplatesController(TemplateArchive archive, TemplateBook book, Wording wording, Clock clock) {
        this.archive = archive;
        this.book = book;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping("/api/message-templates")
    List<TemplateView> list(Viewer viewer) {
        viewer.require(Role.GROUP_HQ, Role.OPERATIONS);
        Map<TemplateKey, OwnTemplate> changed = archive.all();
        return TemplateKey.all().stream()
                .map(key -> view(key, changed.get(key)))
                .toList();
    }

    @GetMapping(ONE)
    ResponseEntity<TemplateView> show(Viewer viewer, @PathVariable String subject, @PathVariable String language) {
        viewer.require(Role.GROUP_HQ, Role.OPERATIONS);
        TemplateKey key = key(subject, language);
        return answer(key, archive.find(key).orElse(null));
    }

    @PutMapping(ONE)
    @Audited(value = "message-template.changed", id = "{subject}/{language}")
    ResponseEntity<TemplateView> change(
            Viewer viewer,
            @PathVariable String subject,
            @PathVariable String language,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody TemplateRequest request) {
        viewer.require(Role.GROUP_HQ);
        TemplateKey key = key(subject, language);
        return keep(viewer, key, checked(request, key).source(), ifMatch);
    }

    /** Goes back to the template that ships. */
    @DeleteMapping(ONE)
    @Audited(value = "message-template.withdrawn", id = "{subject}/{language}")
    ResponseEntity<TemplateView> withdraw(
            Viewer viewer,
            @PathVariable String subject,
            @PathVariable String language,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        viewer.require(Role.GROUP_HQ);
        return keep(viewer, key(subject, language), null, ifMatch);
    }

    /** What a template comes to with made-up notices; nothing is kept. */
    @PostMapping(ONE + "/preview")
    Message preview(
            Viewer viewer,
            @PathVariable String subject,
            @PathVariable String language,
            @Valid @RequestBody TemplateRequest request) {
        viewer.require(Role.GROUP_HQ);
        TemplateKey key = key(subject, language);
        var notices = SampleNotices.of(key.subject(), clock.instant());
        return wording.preview(notices, key, checked(request, key));
    }

    private static MessageTemplate checked(TemplateRequest request, TemplateKey key) {
        return switch (MessageTemplate.check(request.draft(), key.subject().shape())) {
            case MessageTemplate.Checked.Good(MessageTemplate template) -> template;
            case MessageTemplate.Checked.Bad(var flaws) ->
                throw TemplateProblems.of(flaws, key.subject().shape());
        };
    }

    private ResponseEntity<TemplateView> keep(
            Viewer viewer, TemplateKey key, @Nullable TemplateText text, @Nullable String ifMatch) {
        OwnTemplate before = archive.find(key).orElse(null);
        int revision = before == null ? 0 : before.revision();
        SeenRevision.require(ifMatch, revision);
        String by = viewer.staffId() == null ? viewer.subject() : viewer.staffId();
        OwnTemplate changed = new OwnTemplate(key, text, revision + 1, by, clock.instant());
        if (!archive.keep(changed)) {
            throw TemplateProblems.stale("Somebody else was faster.");
        }
        return answer(key, changed);
    }

    private ResponseEntity<TemplateView> answer(TemplateKey key, @Nullable OwnTemplate changed) {
        TemplateView view = view(key, changed);
        return ResponseEntity.ok()
                .eTag('"' + Integer.toString(view.revision()) + '"')
                .body(view);
    }

    private TemplateView view(TemplateKey key, @Nullable OwnTemplate changed) {
        return TemplateView.of(key, book.shipped(key).source(), changed);
    }

    /** Both in upper or lower case; what is not known is not there. */
    private static TemplateKey key(String subject, String language) {
        MessageSubject known =
                MessageSubject.named(subject.toUpperCase(Locale.ROOT)).orElseThrow(ProblemException::notFound);
        Language spoken = Stream.of(Language.values())
                .filter(one -> one.name().equalsIgnoreCase(language))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        return new TemplateKey(known, spoken);
    }
}

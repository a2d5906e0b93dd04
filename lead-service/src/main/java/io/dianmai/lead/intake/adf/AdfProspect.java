package io.dianmai.lead.intake.adf;

import io.dianmai.contracts.Personal.Kind;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.personal.SealedCustomer;
import io.dianmai.kit.personal.SealedText;
import io.dianmai.lead.intake.LeadRow;
import io.dianmai.lead.intake.adf.AdfVerdict.Remark;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one prospect as a registration. E-mail addresses, postal addresses and comments are not kept. */
final class AdfProspect {
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final int LONGEST = 100;
    /** 7 to 15 digits, as in E.164, perhaps with an extension. */
    private static final Pattern ABROAD = Pattern.compile(
            "(?![+(]*(?:86|0|1[3-9]))[+(]?(?:\\d[\\s().\\-/]{0,3}){7,15}(?:(?:x|ext\\.?)\\s*\\d{1,6})?",
            Pattern.CASE_INSENSITIVE);

    private final AdfNode node;
    private final ZoneId zone;
    private final Instant now;
    private final PersonalDataSealer sealer;
    private final List<Remark> errors = new ArrayList<>();
    private final List<Remark> notes = new ArrayList<>();

    AdfProspect(AdfNode node, ZoneId zone, Instant now, PersonalDataSealer sealer) {
        this.node = node;
        this.zone = zone;
        this.now = now;
        this.sealer = sealer;
    }

    List<Remark> errors() {
        return List.copyOf(errors);
    }

    List<Remark> notes() {
        return List.copyOf(notes);
    }

    /** Empty when something is wrong, which {@link #errors()} then tell. */
    Optional<LeadRow> read() {
        AdfNode contact = contact().orElse(null);
        if (contact == null) {
            error(node.path() + "/customer/contact", "contact-missing", "A prospect needs the contact of a customer.");
            return Optional.empty();
        }
        Instant requested = requestDate();
        var customer = new SealedCustomer(name(contact), phone(contact));
        if (customer.name() == null && customer.phone() == null && errors.isEmpty()) {
            error(contact.path(), "contact-missing", "A contact needs a name or a phone.");
        }
        var interest = new AdfInterest(node, requested, zone, notes).read();
        var row = new LeadRow(
                reference(),
                requested,
                Channel.WEB,
                CustomerClass.PROSPECT,
                customer,
                interest,
                List.of(),
                null,
                null,
                null,
                List.of());
        return errors.isEmpty() ? Optional.of(row) : Optional.empty();
    }

    /** The one that is to be spoken with where there are several. */
    private Optional<AdfNode> contact() {
        return node.children("customer")
                .flatMap(customer -> customer.children("contact"))
                .min(Comparator.comparing(
                        (AdfNode one) -> !one.attribute("primarycontact").equals("1")));
    }

    /** With its source in front, for every source counts for itself; the first in sequence where there are several. */
    private @Nullable String reference() {
        AdfNode id = node.children("id")
                .filter(one -> !one.text().isEmpty())
                .min(Comparator.comparing((AdfNode one) -> one.attribute("sequence")))
                .orElse(null);
        if (id == null) {
            return null;
        }
        String source = id.rawAttribute("source");
        String reference = source == null ? id.text() : source + ":" + id.text();
        if (reference.length() > LONGEST) {
            error(id.path(), "id-too-long", "Source and id have at most " + LONGEST + " characters together.");
        }
        return reference;
    }

    private Instant requestDate() {
        AdfNode date = node.child("requestdate").orElse(null);
        if (date == null || date.text().isEmpty()) {
            note(node.path() + "/requestdate", "requestdate-missing", "Taken to be now.");
            return now;
        }
        Instant time = AdfMoments.parse(date.text(), zone).orElse(null);
        if (time == null) {
            error(date.path(), "date-invalid", "Must be a time in ISO 8601, for example 2026-03-01T10:30:00+08:00.");
        } else if (time.isAfter(now.plus(AHEAD))) {
            error(date.path(), "date-in-future", "Must not be in the future.");
        } else if (time.isBefore(EARLIEST)) {
            error(date.path(), "date-too-early", "Must not be before the year 2000.");
        }
        return time == null ? now : time;
    }

    private @Nullable SealedText name(AdfNode contact) {
        String name = contact.children("name")
                .filter(one -> one.attribute("part").equals("full")
                        || one.attribute("part").isEmpty())
                .map(AdfNode::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseGet(() -> inParts(contact));
        if (name.length() > LONGEST) {
            error(contact.path() + "/name", "text-too-long", "At most " + LONGEST + " characters.");
            return null;
        }
        return name.isEmpty() ? null : sealer.seal(Kind.NAME, name).orElse(null);
    }

    /** As names are put together where they are written so: 王小明, Ann Lee. */
    private static String inParts(AdfNode contact) {
        String family = part(contact, "last");
        boolean chinese = family.codePoints().anyMatch(Character::isIdeographic);
        return chinese
                ? family + part(contact, "middle") + part(contact, "first")
                : Stream.of("first", "middle", "last")
                        .map(part -> part(contact, part))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" "));
    }

    private static String part(AdfNode contact, String part) {
        return contact.children("name")
                .filter(one -> one.attribute("part").equals(part))
                .map(AdfNode::text)
                .findFirst()
                .orElse("");
    }

    /** The preferred one, else a mobile, else any that is neither fax nor pager; the first of these that is a phone. */
    private @Nullable SealedText phone(AdfNode contact) {
        List<AdfNode> told = contact.children("phone")
                .filter(one -> !one.text().isEmpty())
                .sorted(Comparator.comparingInt(AdfProspect::rank))
                .toList();
        for (AdfNode phone : told) {
            Optional<SealedText> sealed = rank(phone) > 2 ? Optional.empty() : sealer.seal(Kind.PHONE, phone.text());
            if (sealed.isPresent()) {
                return sealed.get();
            }
        }
        if (told.isEmpty() || rank(told.getFirst()) > 2) {
            note(contact.path() + "/phone", "phone-missing", "The lead has no phone: it cannot be called.");
        } else if (ABROAD.matcher(told.getFirst().text()).matches()) {
            note(told.getFirst().path(), "phone-left-out", "It is no phone in China; the lead has none.");
        } else {
            error(
                    told.getFirst().path(),
                    "phone-invalid",
                    "Must be a phone number in China, for example 138 0013 8000 or 010-12345678.");
        }
        return null;
    }

    private static int rank(AdfNode phone) {
        String type = phone.attribute("type");
        if (type.equals("fax") || type.equals("pager")) {
            return 3;
        }
        if (phone.attribute("preferredcontact").equals("1")) {
            return 0;
        }
        return type.startsWith("cell") || type.equals("mobile") ? 1 : 2;
    }

    private void error(String place, String code, String detail) {
        errors.add(new Remark(place, code, detail));
    }

    private void note(String place, String code, String detail) {
        notes.add(new Remark(place, code, detail));
    }
}

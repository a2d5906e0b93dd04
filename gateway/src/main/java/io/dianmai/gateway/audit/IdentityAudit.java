package io.dianmai.gateway.audit;

import io.dianmai.contracts.audit.AuditRecorded.Actor;
import io.dianmai.contracts.audit.AuditRecorded.Outcome;
import io.dianmai.gateway.identity.IdentityEvent;
import io.dianmai.kit.audit.AuditEntry;
import io.dianmai.kit.audit.AuditTrail;
import io.dianmai.kit.security.Viewer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Puts what happens to accounts and clients into the audit log, in the request in which it happens. */
@Component
class IdentityAudit {
    /** What a name can be; somebody who types his phone or his password into the wrong field does not read it here. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@-]{0,63}");

    private static final Pattern PHONE = Pattern.compile(".*\\d{7}.*");
    private static final String UNKNOWN = "anonymous";
    private static final String OF_NO_STORE = "public";

    private final AuditTrail trail;

    IdentityAudit(AuditTrail trail) {
        this.trail = trail;
    }

    @EventListener
    void on(IdentityEvent event) {
        if (!isRoutine(event)) {
            trail.say(entry(event));
        }
    }

    /** A store's software comes for a token every few minutes: what it does with it is said elsewhere. */
    private static boolean isRoutine(IdentityEvent event) {
        return event.kind() == IdentityEvent.Kind.SIGNED_IN && "client-secret".equals(event.detail());
    }

    private static AuditEntry entry(IdentityEvent event) {
        String kind = kind(event.kind());
        return new AuditEntry(
                kind,
                actor(name(event, event.actor())),
                kind.substring(0, kind.indexOf('.')),
                name(event, event.subject()),
                storeOf(event),
                outcome(event.kind()),
                event.detail());
    }

    private static String kind(IdentityEvent.Kind kind) {
        return switch (kind) {
            case SIGNED_IN -> "account.signed-in";
            case SIGN_IN_FAILED -> "account.sign-in-failed";
            case LOCKED_OUT -> "account.locked-out";
            case SIGNED_OUT -> "account.signed-out";
            case PASSWORD_CHANGED -> "account.password-changed";
            case SECOND_FACTOR_SET -> "account.second-factor-set";
            case SECOND_FACTOR_REMOVED -> "account.second-factor-removed";
            case ACCOUNT_OPENED -> "account.opened";
            case ACCOUNT_CHANGED -> "account.changed";
            case ACCOUNT_CLOSED -> "account.closed";
            case CLIENT_CREATED -> "client.created";
            case CLIENT_ROTATED -> "client.rotated";
            case CLIENT_REVOKED -> "client.revoked";
            case TOKEN_REPLAYED -> "client.token-replayed";
        };
    }

    private static Outcome outcome(IdentityEvent.Kind kind) {
        return switch (kind) {
            case SIGN_IN_FAILED, LOCKED_OUT, TOKEN_REPLAYED -> Outcome.REFUSED;
            case SIGNED_IN,
                    SIGNED_OUT,
                    PASSWORD_CHANGED,
                    SECOND_FACTOR_SET,
                    SECOND_FACTOR_REMOVED,
                    CLIENT_CREATED,
                    CLIENT_ROTATED,
                    CLIENT_REVOKED,
                    ACCOUNT_OPENED,
                    ACCOUNT_CHANGED,
                    ACCOUNT_CLOSED -> Outcome.DONE;
        };
    }

    private static @Nullable String storeOf(IdentityEvent event) {
        boolean named = event.kind() == IdentityEvent.Kind.CLIENT_CREATED && !OF_NO_STORE.equals(event.detail());
        return named ? event.detail() : null;
    }

    /** With roles where the request had a token; who is only just signing in has none yet. */
    private static Actor actor(String name) {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null
                        && known.getPrincipal() instanceof Viewer viewer
                        && viewer.subject().equals(name)
                ? AuditEntry.actor(viewer)
                : new Actor(name, List.of(), null, null);
    }

    private static String name(IdentityEvent event, String name) {
        boolean typed = outcome(event.kind()) == Outcome.REFUSED;
        boolean sound = NAME.matcher(name).matches() && !PHONE.matcher(name).matches();
        return typed && !sound ? UNKNOWN : name;
    }
}

package io.dianmai.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.audit.AuditRecorded.Outcome;
import io.dianmai.gateway.identity.IdentityEvent;
import io.dianmai.gateway.identity.IdentityEvent.Kind;
import io.dianmai.kit.audit.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityAuditTests {
    private final List<AuditEntry> said = new ArrayList<>();
    private final IdentityAudit audit = new IdentityAudit(said::add);

    @ParameterizedTest
    @EnumSource(Kind.class)
    void saysEverythingThatHappensToAccountsAndClients(Kind kind) {
        hear(kind, "hq", "p1", null);
        assertThat(said).singleElement().satisfies(entry -> {
            assertThat(entry.actor().subject()).isEqualTo("hq");
            assertThat(entry.objectId()).isEqualTo("p1");
            assertThat(entry.objectType()).isIn("account", "client");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800138000", "my secret!", "a13800138000b"})
    void doesNotRepeatWhatSomebodyTypedThatIsNoName(String typed) {
        hear(Kind.SIGN_IN_FAILED, typed, typed, "wrong-credentials");
        assertThat(said).singleElement().satisfies(entry -> {
            assertThat(entry.actor().subject()).isEqualTo("anonymous");
            assertThat(entry.objectId()).isEqualTo("anonymous");
            assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
        });
    }

    @Test
    void namesTheStoreOfANewClient() {
        hear(Kind.CLIENT_CREATED, "hq", "c1", "s1");
        hear(Kind.CLIENT_CREATED, "hq", "c2", "public");
        assertThat(said).extracting(AuditEntry::storeId).containsExactly("s1", null);
        assertThat(said).extracting(AuditEntry::kind).containsOnly("client.created");
    }

    @Test
    void doesNotCountHowOftenAStoreFetchesItsToken() {
        hear(Kind.SIGNED_IN, "c1", "c1", "client-secret");
        hear(Kind.SIGNED_IN, "p1", "p1", "page");
        assertThat(said).extracting(AuditEntry::objectId).containsExactly("p1");
    }

    private void hear(Kind kind, String actor, String subject, @Nullable String detail) {
        audit.on(new IdentityEvent(kind, actor, subject, detail));
    }
}

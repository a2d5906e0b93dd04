package io.dianmai.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.audit.AuditRecorded;
import io.dianmai.contracts.audit.AuditRecorded.Outcome;
import io.dianmai.contracts.org.Role;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.StoreScope;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.security.ViewerAuthentication;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class AuditedRequestsTests {
    private final AuditFixture fixture = new AuditFixture();
    private final Rules rules = new Rules();
    private final MockMvcTester mvc = MockMvcTester.create(MockMvcBuilders.standaloneSetup(rules)
            .addInterceptors(new AuditedRequests(fixture.trail))
            .build());

    /** Rules that can be changed, made and looked at. */
    @RestController
    static class Rules {
        private int calls;

        @PutMapping("/rules/{kind}")
        @Audited(value = "rule.changed", id = "{kind}/{scope:group}", store = "store")
        ResponseEntity<Void> change(@PathVariable String kind, @RequestParam(required = false) @Nullable String scope) {
            calls++;
            if (kind.equals("taken")) {
                throw ProblemException.notFound();
            }
            if (kind.equals("broken")) {
                throw new IllegalStateException("broken");
            }
            AuditedRequest.detail(calls + " so far");
            return ResponseEntity.ok().eTag("\"4\"").build();
        }

        @PostMapping("/rules")
        @Audited("rule.made")
        ResponseEntity<Void> make() {
            return ResponseEntity.created(URI.create("/rules/r7")).build();
        }

        @PutMapping("/rules")
        @Audited("rule.changed")
        void changeByBody() {
            AuditedRequest.about("s1/r7", "s1");
        }

        @GetMapping("/rules")
        void look() {}
    }

    @BeforeEach
    void signIn() {
        fixture.producer.takeAll();
        SecurityContextHolder.getContext()
                .setAuthentication(new ViewerAuthentication(
                        new Viewer("hq", Set.of(Role.GROUP_HQ), new StoreScope.All(), null, null)));
    }

    @AfterEach
    void close() {
        SecurityContextHolder.clearContext();
        fixture.close();
    }

    @Test
    void saysWhatWasChangedToWhichVersionAndFromWhere() {
        assertThat(mvc.put().uri("/rules/call?store=s1").header(ClientAddress.HEADER, "10.1.7.20"))
                .hasStatusOk();

        AuditRecorded entry = only();
        assertThat(entry.kind()).isEqualTo("rule.changed");
        assertThat(entry.actor().subject()).isEqualTo("hq");
        assertThat(entry.objectType()).isEqualTo("rule");
        assertThat(entry.objectId()).isEqualTo("call/group");
        assertThat(entry.storeId()).isEqualTo("s1");
        assertThat(entry.address()).isEqualTo("10.1.7.20");
        assertThat(entry.outcome()).isEqualTo(Outcome.DONE);
        assertThat(entry.detail()).isEqualTo("200, version 4, 1 so far");
    }

    @Test
    void believesNoAddressThatIsNone() {
        assertThat(mvc.put().uri("/rules/call").header(ClientAddress.HEADER, "here, really"))
                .hasStatusOk();
        assertThat(only().address()).isEqualTo("127.0.0.1");
    }

    @Test
    void namesWhatWasMade() {
        assertThat(mvc.post().uri("/rules")).hasStatus(201);
        assertThat(only().objectId()).isEqualTo("r7");
    }

    @Test
    void namesWhatOnlyTheBodyNames() {
        assertThat(mvc.put().uri("/rules")).hasStatusOk();
        assertThat(only().objectId()).isEqualTo("s1/r7");
        assertThat(only().storeId()).isEqualTo("s1");
    }

    @Test
    void saysWhatWasRefused() {
        assertThat(mvc.put().uri("/rules/taken?scope=store:s1")).hasStatus(404);
        assertThat(only().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(only().objectId()).isEqualTo("taken/store:s1");
    }

    @Test
    void saysWhatHasFailed() {
        assertThat(mvc.put().uri("/rules/broken")).hasFailed();
        assertThat(only().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void saysNothingOfOtherRequests() {
        assertThat(mvc.get().uri("/rules")).hasStatusOk();
        assertThat(fixture.stored()).isEmpty();
        assertThat(fixture.sent()).isEmpty();
    }

    @Test
    void changesNothingWithoutAnEntry() {
        fixture.store.close();
        assertThat(mvc.put().uri("/rules/call")).hasFailed();
        assertThat(rules.calls).isZero();
    }

    @Test
    void keepsStrangeTextOutOfEntries() {
        assertThat(mvc.put().uri("/rules/{kind}", "a\"b<c>")).hasStatusOk();
        assertThat(only().objectId()).isEqualTo("a?b?c?/group");
    }

    private AuditRecorded only() {
        await().untilAsserted(() -> assertThat(fixture.stored()).isEmpty());
        assertThat(fixture.entries()).hasSize(1);
        return fixture.entries().getFirst();
    }
}

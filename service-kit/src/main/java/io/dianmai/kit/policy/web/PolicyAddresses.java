package io.dianmai.kit.policy.web;

import io.dianmai.kit.policy.PolicyDesk;
import io.dianmai.kit.policy.PolicyHistory;
import io.dianmai.kit.policy.PolicyKey;
import io.dianmai.kit.policy.PolicyKind;
import io.dianmai.kit.policy.PolicyPlaces;
import io.dianmai.kit.policy.PolicyScope;
import java.time.Instant;
import org.springframework.http.ResponseEntity;

/** What an address speaks of. */
record PolicyAddresses(PolicyDesk desk, PolicyPlaces places) {

    PolicyKind<?> kind(String name) {
        return desk.kind(name).orElseThrow(PolicyProblems::unknownKind);
    }

    /** One that the registry knows. */
    PolicyKey key(String kind, String scope) {
        PolicyScope read = PolicyScope.parse(scope).orElseThrow(PolicyProblems::unreadableScope);
        if (!places.exists(read)) {
            throw PolicyProblems.unknownScope(read);
        }
        return new PolicyKey(kind(kind).name(), read);
    }

    ResponseEntity<ScopeView> answer(PolicyHistory history, Instant now) {
        return ResponseEntity.ok()
                .eTag('"' + Integer.toString(history.revision()) + '"')
                .body(ScopeView.of(history, desk, now));
    }
}

package io.dianmai.kit.policy;

/**
 * What the history of policies is kept by.
 *
 * @param kind name of a {@link PolicyKind}
 */
public record PolicyKey(String kind, PolicyScope scope) {
    String id() {
        return kind + '|' + scope.text();
    }
}

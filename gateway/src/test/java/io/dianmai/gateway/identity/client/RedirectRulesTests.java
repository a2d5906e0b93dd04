package io.dianmai.gateway.identity.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectRulesTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tool.example/signed-in?of=dianmai",
                "http://127.0.0.1/signed-in",
                "http://127.0.0.1:5000/signed-in",
                "http://[::1]/signed-in",
                "com.example.app:/signed-in"
            })
    void takes(String address) {
        assertThat(RedirectRules.objection("/redirectUris/0", address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/signed-in",
                "http://tool.example/signed-in",
                "http://localhost/signed-in",
                "http://127.0.0.1.evil.example/",
                "https://tool.example/signed-in#here",
                "https://user@tool.example/",
                "https:///nowhere",
                "javascript:alert(1)",
                "data:text/html,x",
                "app:/signed-in",
                "com.example.app:opaque",
                "not an address"
            })
    void refuses(String address) {
        assertThat(RedirectRules.objection("/redirectUris/0", address))
                .hasValueSatisfying(violation -> assertThat(violation.pointer()).isEqualTo("/redirectUris/0"));
    }
}

package io.dianmai.kpi.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressesTests {
    @ParameterizedTest
    @ValueSource(strings = {"a@b.cd", "service.manager+dianmai@mail.example.com", "o'neil@example.com"})
    void takesPlainAddresses(String address) {
        assertThat(MailAddresses.isOne(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@b",
                "@b.cd",
                "a@b.cd,c@d.ef",
                "a@b.cd;c@d.ef",
                "A <a@b.cd>",
                "a@b.cd\r\nBcc: c@d.ef",
                "a@b.cd\n",
                " a@b.cd",
                "\"a b\"@b.cd",
                "a@b.cd (c)",
                "a@b..cd",
                "a@[127.0.0.1]",
                "王@例子.中国",
                "a..b@c.de",
                "a@b.cd>\r\nRCPT TO:<x@y.zz"
            })
    void takesNothingElse(String address) {
        assertThat(MailAddresses.isOne(address)).isFalse();
    }

    @Test
    void takesNoEndlessAddresses() {
        assertThat(MailAddresses.isOne("a".repeat(65) + "@b.cd")).isFalse();
        assertThat(MailAddresses.isOne("a@" + "b".repeat(250) + ".cd")).isFalse();
    }
}

package io.dianmai.kpi.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTests {
    private static final AddressGuard STRICT = new AddressGuard(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001:db8::1",
                "2001::1",
                "2002:7f00:1::",
                "3fff::1",
                "100::1"
            })
    void nobodyReachesWhatIsPrivateOrSpecial(String address) {
        assertThat(STRICT.isAllowed(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "93.184.216.34",
                "172.15.255.255",
                "172.32.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2400:3200::1"
            })
    void everybodyReachesTheRest(String address) {
        assertThat(STRICT.isAllowed(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void whatIsAllowedIsAllowedAndNoMore() {
        AddressGuard guard = new AddressGuard(List.of("10.1.0.0/20", "fd00::/8", "127.0.0.1"));

        assertThat(guard.isAllowed(InetAddress.ofLiteral("10.1.15.255"))).isTrue();
        assertThat(guard.isAllowed(InetAddress.ofLiteral("10.1.16.0"))).isFalse();
        assertThat(guard.isAllowed(InetAddress.ofLiteral("fdab::1"))).isTrue();
        assertThat(guard.isAllowed(InetAddress.ofLiteral("fc00::1"))).isFalse();
        assertThat(guard.isAllowed(InetAddress.ofLiteral("::ffff:127.0.0.1"))).isTrue();
        assertThat(guard.isAllowed(InetAddress.ofLiteral("127.0.0.2"))).isFalse();
        assertThat(guard.allowsSome()).isTrue();
        assertThat(STRICT.allowsSome()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "intranet", ""})
    void whatIsNoNetworkStopsTheStart(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Network.parse(text));
    }
}

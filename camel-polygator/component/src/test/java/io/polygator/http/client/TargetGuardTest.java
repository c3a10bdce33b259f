package io.polygator.http.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.account.Network;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001:0:4136:e378::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:c0a8:101::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void refusesWhatIsNotPublic(String address) throws UnknownHostException {
        assertThat(TargetGuard.publicOnly().permits(InetAddress.getByName(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "168.63.129.17",
                "192.167.255.255",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "64:ff9b::808:808",
                "2001:4860:4860::8888",
                "2002:808:808::1",
                "2a00:1450::1"
            })
    void permitsWhatIsPublic(String address) throws UnknownHostException {
        assertThat(TargetGuard.publicOnly().permits(InetAddress.getByName(address)))
                .isTrue();
    }

    @Test
    void permitsWhatIsAllowedAndNothingBesideIt() throws UnknownHostException {
        TargetGuard guard = TargetGuard.allowing(List.of(Network.parse("192.168.2.0/24"), Network.parse("fd17::/48")));

        assertThat(guard.permits(InetAddress.getByName("192.168.2.17"))).isTrue();
        assertThat(guard.permits(InetAddress.getByName("::ffff:192.168.2.17"))).isTrue();
        assertThat(guard.permits(InetAddress.getByName("fd17::1"))).isTrue();
        assertThat(guard.permits(InetAddress.getByName("192.168.3.17"))).isFalse();
        assertThat(guard.permits(InetAddress.getByName("fd18::1"))).isFalse();
        assertThat(guard.permits(InetAddress.getByName("8.8.8.8"))).isTrue();
    }
}

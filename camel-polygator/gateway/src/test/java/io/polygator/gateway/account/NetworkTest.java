package io.polygator.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses lie in a network. */
class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,        10.255.0.1,       true",
        "10.0.0.0/8,        11.0.0.0,         false",
        "192.168.2.7,       192.168.2.7,      true",
        "192.168.2.7,       192.168.2.8,      false",
        "192.168.2.128/25,  192.168.2.127,    false",
        "0.0.0.0/0,         203.0.113.9,      true",
        "0.0.0.0/0,         2001:db8::1,      false",
        "::/0,              203.0.113.9,      false",
        "2001:db8::/32,     2001:db8:ffff::1, true",
        "2001:db8::/32,     2001:db9::1,      false",
        "fe80::/10,         fe80::1%1,        true",
        "10.0.0.0/8,        ::ffff:10.1.1.1,  true"
    })
    void containsWhatLiesInIt(String network, String address, boolean contained) throws UnknownHostException {
        assertThat(Network.parse(network).contains(InetAddress.getByName(address)))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "10",
                "10.1",
                "10.0.0.0.0/8",
                "256.0.0.0/8",
                "010.0.0.0/8",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "10.0.0.0/33",
                "10.0.0.0/8/8",
                "10.0.0.1/8",
                "localhost",
                "fe80::1%eth0",
                "::1/129",
                ":::/0",
                "::g",
                "2001:db8::1/32",
                "[::1]",
                " 10.0.0.0/8",
                "10.0.0.0 /8",
                "\u0661\u0660.0.0.0/8"
            })
    void whatIsNoNetworkIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Network.parse(text));
    }

    @Property
    void containsExactlyTheAddressesWithItsPrefix(
            @ForAll @Size(16) byte[] one,
            @ForAll @Size(16) byte[] other,
            @ForAll @IntRange(max = 128) int length,
            @ForAll @IntRange(max = 128) int shared)
            throws UnknownHostException {
        byte[] near = withPrefixOf(one, other, shared);
        InetAddress address = InetAddress.getByAddress(one);
        InetAddress another = InetAddress.getByAddress(near);
        boolean bothIpv6 = address.getAddress().length == 16 && another.getAddress().length == 16;
        Assume.that(bothIpv6);
        Network network = new Network(Network.firstAddress(address, length), length);
        assertThat(network.contains(address)).isTrue();
        assertThat(network.contains(another)).isEqualTo(prefix(one, length).equals(prefix(near, length)));
        assertThat(Network.parse(network.toString())).isEqualTo(network);
    }

    @Property
    void ofIpv4Too(@ForAll int one, @ForAll int other, @ForAll @IntRange(max = 32) int length)
            throws UnknownHostException {
        InetAddress address = ipv4(one);
        Network network = new Network(Network.firstAddress(address, length), length);
        long mask = length == 0 ? 0 : -1L << (32 - length);
        assertThat(network.contains(address)).isTrue();
        assertThat(network.contains(ipv4(other))).isEqualTo(((one ^ other) & mask & 0xFFFFFFFFL) == 0);
        assertThat(Network.parse(network.toString())).isEqualTo(network);
    }

    @Example
    void loopbackIsThisMachineOnly() throws UnknownHostException {
        assertThat(Network.LOOPBACK).anyMatch(network -> network.contains(InetAddress.getLoopbackAddress()));
        InetAddress stranger = InetAddress.getByName("203.0.113.9");
        assertThat(Network.LOOPBACK).noneMatch(network -> network.contains(stranger));
    }

    private static InetAddress ipv4(int bits) throws UnknownHostException {
        return InetAddress.getByAddress(
                new byte[] {(byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits});
    }

    private static BigInteger prefix(byte[] address, int length) {
        return new BigInteger(1, address).shiftRight(128 - length);
    }

    /** The second with the first bits of the first, so that near misses are drawn as well. */
    private static byte[] withPrefixOf(byte[] one, byte[] other, int bits) {
        byte[] near = other.clone();
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            near[i / 8] = (byte) (near[i / 8] & ~mask | one[i / 8] & mask);
        }
        return near;
    }
}

package io.polygator.http.client;

import io.polygator.gateway.account.Network;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says which addresses may be connected to: those of the public internet, and the networks that an operator has allowed.
 * Everything else would let whoever chooses a URL reach what only this machine reaches. Immutable.
 */
public final class TargetGuard {

    /** The special-purpose blocks (RFC 6890 and the registries of IANA), multicast, and metadata services of clouds. */
    private static final List<Network> SPECIAL = Stream.of(
                    "0.0.0.0/8", // this host
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // carrier-grade NAT, with Alibaba's metadata service
                    "127.0.0.0/8", // loopback
                    "168.63.129.16/32", // Azure's platform service, in the midst of public addresses
                    "169.254.0.0/16", // link-local, with the metadata services of most clouds
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments, with Oracle's metadata service
                    "192.0.2.0/24", // documentation
                    "192.168.0.0/16", // private
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4", // reserved, and broadcast
                    "::/128", // this host
                    "::1/128", // loopback
                    "64:ff9b:1::/48", // NAT64 of one's own network
                    "100::/64", // discard
                    "2001::/32", // Teredo: leads to an IPv4 address that is hidden in it
                    "2001:db8::/32", // documentation
                    "fc00::/7", // unique local, with Amazon's metadata service
                    "fe80::/10", // link-local
                    "fec0::/10", // site-local, as old hosts still have it
                    "ff00::/8") // multicast
            .map(Network::parse)
            .toList();

    /** Prefixes behind which an IPv4 address stands, and where it begins: it is that address which counts. */
    private static final List<Embedding> EMBEDDINGS = List.of(
            new Embedding(Network.parse("64:ff9b::/96"), 12), // NAT64, RFC 6052
            new Embedding(Network.parse("::ffff:0:0:0/96"), 12), // IPv4-translated, RFC 2765
            new Embedding(Network.parse("2002::/16"), 2), // 6to4, RFC 3056
            new Embedding(Network.parse("::/96"), 12)); // IPv4-compatible, RFC 4291 §2.5.5.1

    private final List<Network> allowed;

    private TargetGuard(List<Network> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** Permits public addresses only. */
    public static TargetGuard publicOnly() {
        return new TargetGuard(List.of());
    }

    /** Permits public addresses, and everything in these networks. */
    public static TargetGuard allowing(List<Network> networks) {
        return new TargetGuard(networks);
    }

    /** Whether a connection to the address may be made. An IPv4-mapped address never reaches Java as such. */
    public boolean permits(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.contains(address)) || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        return SPECIAL.stream().noneMatch(network -> network.contains(address))
                && embedded(address).map(TargetGuard::isPublic).orElse(true);
    }

    private static Optional<InetAddress> embedded(InetAddress address) {
        return EMBEDDINGS.stream()
                .filter(embedding -> embedding.prefix().contains(address))
                .findFirst()
                .map(embedding -> embedding.extract(address));
    }

    private record Embedding(Network prefix, int offset) {
        InetAddress extract(InetAddress address) {
            try {
                return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), offset, offset + 4));
            } catch (UnknownHostException e) {
                throw new IllegalStateException("four octets are an address", e);
            }
        }
    }
}

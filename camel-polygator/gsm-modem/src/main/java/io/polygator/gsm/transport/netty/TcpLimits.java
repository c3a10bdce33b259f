package io.polygator.gsm.transport.netty;

import java.time.Duration;

/**
 * What TCP links may take before they are given up.
 *
 * @param connectTimeout how long finding the host and connecting may take together, each counted from its own start
 * @param unsentOctets how much may wait for a peer that does not read, at least 1
 * @param acceptedLinks how many links may be open at one {@link TcpAcceptor}, at least 1; further ones are closed at once
 */
public record TcpLimits(Duration connectTimeout, int unsentOctets, int acceptedLinks) {

    public TcpLimits {
        if (connectTimeout.toMillis() < 1 || connectTimeout.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "connectTimeout must be from a millisecond to 24 days, was " + connectTimeout);
        }
        if (unsentOctets < 1) {
            throw new IllegalArgumentException("unsentOctets must be at least 1, was " + unsentOctets);
        }
        if (acceptedLinks < 1) {
            throw new IllegalArgumentException("acceptedLinks must be at least 1, was " + acceptedLinks);
        }
    }

    /** Five seconds, 64 KiB (more than five seconds of a UART at 115200 bit/s), 64 links. */
    public static TcpLimits defaults() {
        return new TcpLimits(Duration.ofSeconds(5), 64 * 1024, 64);
    }
}

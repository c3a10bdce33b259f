package io.polygator.smpp.session;

import io.polygator.smpp.wire.PduHeader;

/**
 * How much peers may cost before and after they are known.
 *
 * @param frame the longest PDU of a bound session, in octets
 * @param firstFrame the longest PDU before that
 * @param connections open at once, those included whose bind was refused within the last second
 * @param connectionsPerAddress of them from one address
 */
public record SessionLimits(int frame, int firstFrame, int connections, int connectionsPerAddress) {
    public SessionLimits {
        if (frame < PduHeader.LENGTH || firstFrame < PduHeader.LENGTH) {
            throw new IllegalArgumentException("a frame holds a header at least: " + PduHeader.LENGTH + " octets");
        }
        if (connections < 1 || connectionsPerAddress < 1) {
            throw new IllegalArgumentException("connections and connectionsPerAddress must be at least 1");
        }
    }

    /** 70,000 and 1,024 octets, a thousand connections, a hundred from one address. */
    public static SessionLimits standard() {
        return new SessionLimits(70_000, 1_024, 1_000, 100);
    }

    public SessionLimits withConnections(int total, int perAddress) {
        return new SessionLimits(frame, firstFrame, total, perAddress);
    }
}

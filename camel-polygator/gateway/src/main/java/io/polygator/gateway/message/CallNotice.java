package io.polygator.gateway.message;

import java.util.Optional;

/**
 * A call that rings, of which not a modem but another program gives notice.
 *
 * @param channel the channel that rings, unless one of ours has its SIM
 * @param imsi of the SIM, when known
 * @param caller empty when withheld or unknown
 */
public record CallNotice(String channel, Optional<String> imsi, Optional<String> caller) {

    /** The caller masked: fit for a log. */
    @Override
    public String toString() {
        return "CallNotice[" + channel + " from " + caller.map(Masked::number).orElse("unknown") + "]";
    }
}

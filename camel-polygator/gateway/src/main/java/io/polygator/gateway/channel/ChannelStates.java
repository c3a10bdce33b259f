package io.polygator.gateway.channel;

import io.polygator.gateway.message.ChannelStatus.State;
import io.polygator.gsm.modem.ModemState;

/** What the state of a modem means for its channel. Pure functions. */
final class ChannelStates {
    private ChannelStates() {}

    /** The state of an open channel that is neither paused nor resting. */
    static State of(ModemState modem) {
        return switch (modem) {
            case STOPPED, CONNECTING -> State.CONNECTING;
            case STARTING -> State.STARTING;
            case SIM_UNAVAILABLE -> State.SIM_UNAVAILABLE;
            case NOT_REGISTERED -> State.UNREGISTERED;
            case READY -> State.REGISTERED;
            case QUARANTINED -> State.SUSPENDED;
        };
    }
}

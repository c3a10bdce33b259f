package io.polygator.gateway.message;

import io.polygator.gsm.modem.ModemStatus;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One channel as an operator sees it.
 *
 * @param name {@code g8-3}: its gateway and its number, from 1
 * @param address where it is reached
 * @param detail one sentence when something is wrong: what, and what helps
 */
public record ChannelStatus(
        String name,
        String gateway,
        Set<String> groups,
        String address,
        State state,
        String detail,
        ModemStatus modem,
        Counters counters) {

    /** Whether it takes messages. */
    public enum State {
        /** Nobody uses it. */
        CLOSED,
        CONNECTING,
        STARTING,
        /** Sends and receives. */
        REGISTERED,
        UNREGISTERED,
        /** SIM missing or locked. */
        SIM_UNAVAILABLE,
        /** An operator paused it. */
        PAUSED,
        /** Too many errors in a row: rests before its next attempt. */
        SUSPENDED
    }

    /** Segments and events since the start. */
    public record Counters(long sent, long failed, long unconfirmed, long received, long reports, long restarts) {}

    /** How strong the network is heard: RSSI in dBm, from -113 to -51 (3GPP TS 27.007 §8.5). */
    public OptionalInt signal() {
        return modem.signal();
    }
}

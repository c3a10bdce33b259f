package io.polygator.gateway.channel;

import io.polygator.gateway.message.ChannelStatus.Counters;
import io.polygator.gsm.modem.SendOutcome;

/** Counts what a channel did. Gateway loop only. */
final class ChannelCounters {
    private long sent;
    private long failed;
    private long unconfirmed;
    private long received;
    private long reports;
    private long restarts;

    void count(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Accepted) {
            sent++;
        } else if (outcome instanceof SendOutcome.Refused) {
            failed++;
        } else {
            unconfirmed++;
        }
    }

    void countReceived() {
        received++;
    }

    void countReport() {
        reports++;
    }

    void countRestart() {
        restarts++;
    }

    long handled() {
        return sent + unconfirmed;
    }

    Counters values() {
        return new Counters(sent, failed, unconfirmed, received, reports, restarts);
    }
}

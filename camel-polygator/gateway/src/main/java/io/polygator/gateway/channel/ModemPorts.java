package io.polygator.gateway.channel;

import io.polygator.gsm.modem.Modem;
import io.polygator.gsm.modem.ModemListener;
import io.polygator.gsm.modem.ModemSettings;
import io.polygator.gsm.modem.ModemStatus;
import io.polygator.gsm.modem.PinLedger;
import io.polygator.gsm.modem.ResetKind;
import io.polygator.gsm.modem.SendOutcome;
import io.polygator.gsm.modem.UssdReply;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.transport.Transport;
import java.util.concurrent.CompletionStage;

/** Makes the modem of a channel. Called once per channel. */
@FunctionalInterface
public interface ModemPorts {

    /**
     * A modem that is not started yet.
     *
     * @param address where it is reached
     * @throws IllegalArgumentException if the address cannot be understood, naming it and the remedy
     */
    ModemPort open(String address, ModemSettings settings, ModemListener listener);

    /** Real modems behind the given transports. */
    static ModemPorts over(Transports transports, PinLedger pins) {
        return (address, settings, listener) ->
                new RealModem(new Modem(settings, transports.transport(settings.name(), address), pins, listener));
    }

    /** Gives the way to a channel's address. */
    @FunctionalInterface
    interface Transports {
        Transport transport(String channel, String address);
    }

    /** A {@link Modem} as a port. */
    record RealModem(Modem modem) implements ModemPort {
        @Override
        public void start() {
            modem.start();
        }

        @Override
        public CompletionStage<Void> stop() {
            return modem.stop();
        }

        @Override
        public ModemStatus status() {
            return modem.status();
        }

        @Override
        public CompletionStage<SendOutcome> send(String token, SmsSubmit submit) {
            return modem.send(token, submit);
        }

        @Override
        public CompletionStage<UssdReply> ussd(String code) {
            return modem.ussd(code);
        }

        @Override
        public CompletionStage<Void> cancelUssd() {
            return modem.cancelUssd();
        }

        @Override
        public void offerAgain() {
            modem.offerAgain();
        }

        @Override
        public CompletionStage<Void> reset(ResetKind kind) {
            return modem.reset(kind);
        }
    }
}

package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.virtualmodem.VirtualRadio.NetworkOperator;
import io.polygator.gsm.virtualmodem.VirtualRadio.Registration;
import io.polygator.gsm.virtualmodem.VirtualRadio.SignalQuality;
import java.util.Optional;

/**
 * What a {@link ServedModem} says of itself at one moment.
 *
 * @param imsi fifteen digits or fewer
 * @param iccid eighteen to twenty digits
 * @param ownNumber with a leading plus if it is international
 * @param operator the network, unless it is not registered
 * @param smsc the service centre of AT+CSCA
 */
public record ModemValues(
        ModuleIdentity identity,
        String imsi,
        String iccid,
        Optional<String> ownNumber,
        Registration registration,
        SignalQuality signal,
        Optional<NetworkOperator> operator,
        Optional<SmsAddress> smsc) {

    /** The same with another service centre. */
    public ModemValues withSmsc(Optional<SmsAddress> other) {
        return new ModemValues(identity, imsi, iccid, ownNumber, registration, signal, operator, other);
    }
}

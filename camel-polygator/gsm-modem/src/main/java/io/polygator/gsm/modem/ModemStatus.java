package io.polygator.gsm.modem;

import io.polygator.gsm.sms.tpdu.MessageReference;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known about a modem at one moment. Empty where it has not been learnt yet.
 *
 * @param state where it stands
 * @param detail one sentence for the operator: what is wrong and what helps; empty when all is well
 * @param module the module type, detected or configured
 * @param operator the network's name or MCCMNC
 * @param registration the number of +CREG: 1 home, 5 roaming (3GPP TS 27.007 §7.2)
 * @param signal RSSI in dBm, from -113 to -51 (3GPP TS 27.007 §8.5)
 * @param subscriber the SIM's own number, where it holds one
 * @param lastReference the last TP-MR this SIM is known to have used (3GPP TS 23.040 §9.2.3.6)
 * @param awaitsAnswer whether the answer to an earlier message may still come; until then it takes no other
 */
public record ModemStatus(
        ModemState state,
        String detail,
        Optional<ModuleType> module,
        Optional<String> model,
        Optional<String> revision,
        Optional<String> imei,
        Optional<String> imsi,
        Optional<String> iccid,
        Optional<String> operator,
        OptionalInt registration,
        OptionalInt signal,
        Optional<String> smsc,
        Optional<String> subscriber,
        Optional<MessageReference> lastReference,
        boolean awaitsAnswer) {}

package io.polygator.gsm.sms.tpdu;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;

/**
 * TP-UD without its packing (3GPP TS 23.040 §9.2.3.24).
 *
 * @param header the information elements before the text
 * @param alphabet what the units are
 * @param units one septet per octet for GSM 7-bit, otherwise the octets as they are; the header is not part of them
 */
public record UserData(UserDataHeader header, Alphabet alphabet, Octets units) {}

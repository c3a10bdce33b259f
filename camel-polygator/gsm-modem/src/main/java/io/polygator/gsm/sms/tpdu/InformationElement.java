package io.polygator.gsm.sms.tpdu;

import io.polygator.gsm.octets.Octets;

/**
 * One element of a user data header (3GPP TS 23.040 §9.2.3.24).
 *
 * @param identifier IEI, 0 to 255
 * @param data the octets after the length octet
 */
public record InformationElement(int identifier, Octets data) {}

package io.polygator.gsm.virtualmodem;

/** How a module writes the USSD texts of the network between the quotes of +CUSD; firmwares disagree. */
public enum UssdWriting {
    /** In the character set of AT+CSCS, with UCS-2 in hexadecimal for what ASCII lacks (3GPP TS 27.007 §7.15). */
    CHARACTER_SET,
    /** The packed septets of the GSM alphabet in hexadecimal (3GPP TS 23.038 §6.1.2.3). */
    PACKED_HEX,
    /** One octet per character in hexadecimal. */
    ASCII_HEX
}

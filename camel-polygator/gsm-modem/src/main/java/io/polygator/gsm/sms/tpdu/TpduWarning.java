package io.polygator.gsm.sms.tpdu;

/** Something in a TPDU that is not as it should be but does not keep us from reading it. */
public enum TpduWarning {
    /** TP-MTI 11 from the service centre; read as SMS-DELIVER. */
    RESERVED_MTI,
    /** A TP-DCS without a meaning; read as the GSM 7-bit alphabet. */
    RESERVED_DCS,
    /** A time zone that cannot be; read as UTC. */
    BAD_TIMEZONE,
    /** A timestamp that is no date: there is no time. */
    BAD_TIMESTAMP,
    /** TP-UDL announces more than 140 octets. */
    UDL_TOO_LONG,
    /** TP-UD ends before TP-UDL says; what is there was read. */
    UD_SHORT,
    /** TP-UDH runs past TP-UD, and all is text; or one of its elements runs past it and was left out. */
    UDH_OVERRUN,
    /** A national table that nobody has defined; read with the default one. */
    UNKNOWN_LANGUAGE,
    /** The text ends with half an escape pair. */
    DANGLING_ESC,
    /** UCS-2 with an odd number of octets; the last one was left out of the text. */
    UCS2_ODD,
    /** Half a surrogate pair; read as U+FFFD. */
    LONE_SURROGATE,
    /** Octets after the end; left out. */
    TRAILING_OCTETS
}

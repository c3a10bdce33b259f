package io.polygator.gsm.sms.tpdu;

/** TP-UDHI: whether TP-UD begins with a header (3GPP TS 23.040 §9.2.3.23). */
enum HeaderPresence {
    ABSENT,
    PRESENT;

    static HeaderPresence of(int firstOctet) {
        return FirstOctet.has(firstOctet, FirstOctet.HEADER_PRESENT) ? PRESENT : ABSENT;
    }
}

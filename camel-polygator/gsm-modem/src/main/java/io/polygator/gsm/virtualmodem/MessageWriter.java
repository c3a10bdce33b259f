package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.virtualmodem.MessageStorage.StoredMessage;

/** How messages are shown to a client: in hexadecimal or as text (3GPP TS 27.005 §3 and §4). */
interface MessageWriter {

    /** The whole of a +CMT or +CDS. */
    String handedOver(IncomingTpdu incoming);

    /** What follows {@code +CMGR: }. */
    String read(StoredMessage message);

    /** What follows the index in {@code +CMGL: }. */
    String listed(StoredMessage message);
}

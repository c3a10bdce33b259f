package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.virtualmodem.IncomingTpdu.Kind;
import io.polygator.gsm.virtualmodem.MessageStorage.StoredMessage;

/** Messages as hexadecimal PDUs (3GPP TS 27.005 §4). */
final class PduModeWriter implements MessageWriter {

    @Override
    public String handedOver(IncomingTpdu incoming) {
        String header = incoming.kind() == Kind.STATUS_REPORT ? "+CDS: " : "+CMT: ,";
        return header + lengthAndPdu(incoming.frame());
    }

    @Override
    public String read(StoredMessage message) {
        return message.status().number() + ",\"\"," + lengthAndPdu(message.frame());
    }

    @Override
    public String listed(StoredMessage message) {
        return read(message);
    }

    private static String lengthAndPdu(PduModeFrame frame) {
        return frame.tpduLength() + "\r\n" + frame.format();
    }
}

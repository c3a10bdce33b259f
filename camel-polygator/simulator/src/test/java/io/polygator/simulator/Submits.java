package io.polygator.simulator;

import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.alphabet.Gsm7;
import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.Direction;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.ProtocolIdentifier;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import io.polygator.gsm.sms.tpdu.SmsStatusReport;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.sms.tpdu.Tpdu;
import io.polygator.gsm.sms.tpdu.TpduDecodeException;
import io.polygator.gsm.sms.tpdu.TpduDecoder;
import io.polygator.gsm.sms.tpdu.TpduEncoder;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.sms.tpdu.UserDataHeader;
import io.polygator.gsm.sms.tpdu.ValidityPeriod;
import java.util.Optional;

/** Messages as a client types them and as it hears them. */
final class Submits {
    private Submits() {}

    static UserData text(String text) {
        return new UserData(
                UserDataHeader.none(), Alphabet.GSM7, Gsm7.encode(text).orElseThrow());
    }

    /** The line to type at the prompt; a report is asked for. */
    static String line(String number, String text) {
        SmsSubmit submit = new SmsSubmit(
                false,
                true,
                false,
                new MessageReference(0),
                SmsAddress.ofDestination(number),
                new ProtocolIdentifier(0),
                DataCodingScheme.of(Alphabet.GSM7),
                new ValidityPeriod.None(),
                text(text));
        return new PduModeFrame(Optional.empty(), TpduEncoder.encode(submit)).format();
    }

    static String command(String line) {
        return "AT+CMGS=" + (line.length() / 2 - 1) + "\r";
    }

    static SmsDeliver deliver(String heard, String header) {
        return (SmsDeliver) after(heard, header);
    }

    static SmsStatusReport report(String heard) {
        return (SmsStatusReport) after(heard, "+CDS: ");
    }

    private static Tpdu after(String heard, String header) {
        int start = heard.indexOf("\r\n", heard.indexOf(header) + header.length()) + 2;
        String line = heard.substring(start, heard.indexOf("\r\n", start));
        try {
            return TpduDecoder.decode(PduModeFrame.parse(line).tpdu(), Direction.TO_MOBILE);
        } catch (TpduDecodeException e) {
            throw new AssertionError(line, e);
        }
    }
}

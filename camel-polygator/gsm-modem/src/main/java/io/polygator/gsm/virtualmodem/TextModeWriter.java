package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.Direction;
import io.polygator.gsm.sms.tpdu.ProtocolIdentifier;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import io.polygator.gsm.sms.tpdu.SmsStatusReport;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.sms.tpdu.Tpdu;
import io.polygator.gsm.sms.tpdu.TpduDecodeException;
import io.polygator.gsm.sms.tpdu.TpduDecoder;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.virtualmodem.MessageStorage.StoredMessage;
import java.util.Optional;

/**
 * Messages as text (3GPP TS 27.005 §3.4 and §3.5). What cannot be decoded is shown as the hexadecimal digits of its TPDU
 * with an empty address, so that a client finds and deletes it.
 */
final class TextModeWriter implements MessageWriter {
    private static final int UNKNOWN_NUMBER_TYPE = 129;

    private final CharacterSet characterSet;
    private final boolean headersShown;

    TextModeWriter(CharacterSet characterSet, boolean headersShown) {
        this.characterSet = characterSet;
        this.headersShown = headersShown;
    }

    @Override
    public String handedOver(IncomingTpdu incoming) {
        PduModeFrame frame = incoming.frame();
        Optional<Tpdu> tpdu = decode(frame, Direction.TO_MOBILE);
        if (tpdu.isPresent() && tpdu.get() instanceof SmsStatusReport report) {
            return "+CDS: " + reportFields(report, frame);
        }
        if (tpdu.isPresent() && tpdu.get() instanceof SmsDeliver deliver) {
            return "+CMT: " + originatorAndTime(deliver) + allFields(deliver, frame) + "\r\n" + text(deliver);
        }
        return "+CMT: \"\",,\"\"" + "\r\n" + frame.tpdu();
    }

    @Override
    public String read(StoredMessage message) {
        PduModeFrame frame = message.frame();
        Tpdu tpdu = decode(message).orElse(null);
        String status = status(message);
        if (tpdu instanceof SmsStatusReport report) {
            return status + reportFields(report, frame);
        }
        if (tpdu instanceof SmsDeliver deliver) {
            return status + originatorAndTime(deliver) + allFields(deliver, frame) + "\r\n" + text(deliver);
        }
        if (tpdu instanceof SmsSubmit submit) {
            return status + quoted(submit.destination()) + "," + allFields(submit, frame) + "\r\n" + text(submit);
        }
        return status + "\"\",,\"\"\r\n" + frame.tpdu();
    }

    @Override
    public String listed(StoredMessage message) {
        PduModeFrame frame = message.frame();
        Tpdu tpdu = decode(message).orElse(null);
        String status = status(message);
        if (tpdu instanceof SmsStatusReport report) {
            return status + reportFields(report, frame);
        }
        if (tpdu instanceof SmsDeliver deliver) {
            return status + originatorAndTime(deliver) + typeAndLength(deliver.originator(), deliver.userData())
                    + "\r\n" + text(deliver);
        }
        if (tpdu instanceof SmsSubmit submit) {
            return status + quoted(submit.destination()) + ",," + typeAndLength(submit.destination(), submit.userData())
                    + "\r\n" + text(submit);
        }
        return status + "\"\",,\"\"\r\n" + frame.tpdu();
    }

    private static Optional<Tpdu> decode(StoredMessage message) {
        return decode(message.frame(), message.status().isReceived() ? Direction.TO_MOBILE : Direction.TO_NETWORK);
    }

    private static Optional<Tpdu> decode(PduModeFrame frame, Direction direction) {
        try {
            return Optional.of(TpduDecoder.decode(frame.tpdu(), direction));
        } catch (TpduDecodeException e) {
            return Optional.empty();
        }
    }

    private static String status(StoredMessage message) {
        return '"' + message.status().word() + "\",";
    }

    private String quoted(SmsAddress address) {
        return AddressText.quoted(address, characterSet);
    }

    private String originatorAndTime(SmsDeliver deliver) {
        return quoted(deliver.originator()) + ",,\"" + TimeText.of(deliver.timestamp()) + '"';
    }

    /** fo, mr, ra, tora, scts, dt, st. */
    private String reportFields(SmsStatusReport report, PduModeFrame frame) {
        return firstOctet(frame) + "," + report.reference().value() + "," + quoted(report.recipient()) + ","
                + report.recipient().typeOfAddress() + ",\"" + TimeText.of(report.timestamp()) + "\",\""
                + TimeText.of(report.dischargeTime()) + "\"," + report.status().value();
    }

    private String allFields(SmsDeliver deliver, PduModeFrame frame) {
        return headersShown
                ? "," + deliver.originator().typeOfAddress() + "," + firstOctet(frame)
                        + codings(deliver.protocolIdentifier(), deliver.dataCodingScheme())
                        + serviceCentreAndLength(frame, deliver.userData())
                : "";
    }

    private String allFields(SmsSubmit submit, PduModeFrame frame) {
        return headersShown
                ? "," + submit.destination().typeOfAddress() + "," + firstOctet(frame)
                        + codings(submit.protocolIdentifier(), submit.dataCodingScheme())
                        + "," + ValidityText.of(submit.validityPeriod())
                        + serviceCentreAndLength(frame, submit.userData())
                : "";
    }

    private static int firstOctet(PduModeFrame frame) {
        return frame.tpdu().at(0);
    }

    private static String codings(ProtocolIdentifier protocolIdentifier, DataCodingScheme scheme) {
        return "," + protocolIdentifier.value() + "," + scheme.value();
    }

    private String serviceCentreAndLength(PduModeFrame frame, UserData userData) {
        return "," + frame.smsc().map(this::quoted).orElse("\"\"") + ","
                + frame.smsc().map(SmsAddress::typeOfAddress).orElse(UNKNOWN_NUMBER_TYPE) + ","
                + userData.userDataLength();
    }

    private String typeAndLength(SmsAddress address, UserData userData) {
        return headersShown ? "," + address.typeOfAddress() + "," + userData.userDataLength() : "";
    }

    private String text(SmsDeliver deliver) {
        return text(deliver.userData());
    }

    private String text(SmsSubmit submit) {
        return text(submit.userData());
    }

    /** Text in the client's character set; octets, UCS-2 and whatever has a header in hexadecimal. */
    private String text(UserData userData) {
        if (userData.alphabet() == Alphabet.GSM7 && userData.header().isEmpty()) {
            return characterSet.shown(userData.units());
        }
        Octets octets = userData.encode();
        return octets.toString();
    }
}

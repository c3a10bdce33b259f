package io.polygator.camel.modem;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.mailbox.MailboxItem;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.concat.ConcatReference;
import io.polygator.gsm.sms.concat.Segmentation;
import io.polygator.gsm.sms.concat.SegmentationOptions;
import io.polygator.gsm.sms.concat.SegmentationOptions.Encoding;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.gsm.sms.concat.Segmenter;
import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.ProtocolIdentifier;
import io.polygator.gsm.sms.tpdu.ServiceCentreTimestamp;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.SmsDeliver;
import io.polygator.gsm.sms.tpdu.TpduEncoder;
import io.polygator.gsm.sms.tpdu.UserData;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Message;

/** An event inbound as the SMS-DELIVERs that a modem would have received. The same event makes the same ones. */
final class InboundSegments {
    private static final int HIGHEST_REFERENCE = 0xFF;

    private InboundSegments() {}

    /** @param smsc the service centre to show, if known */
    static List<Arrival> of(Message message, Optional<SmsAddress> smsc) {
        String id = message.getHeader(PolygatorConstants.MESSAGE_ID, "", String.class);
        Instant receivedAt = message.getHeader(PolygatorConstants.RECEIVED_AT, Instant.class);
        List<Arrival> arrivals = new ArrayList<>();
        for (UserData segment : segmentation(message, id).segments()) {
            PduModeFrame frame = new PduModeFrame(smsc, TpduEncoder.encode(deliver(message, segment, receivedAt)));
            arrivals.add(
                    new Arrival("inbound " + id + " " + arrivals.size(), MailboxItem.Kind.INBOUND, frame, receivedAt));
        }
        return arrivals;
    }

    private static Segmentation segmentation(Message message, String id) {
        SegmentationOptions options =
                SegmentationOptions.standard(ConcatReference.ofEightBits(id.hashCode() & HIGHEST_REFERENCE));
        Optional<Ports> ports = ports(message);
        SegmentationOptions withPorts = ports.map(options::withPorts).orElse(options);
        if (message.getBody() instanceof byte[] octets) {
            return Segmenter.segmentOctets(Octets.copyOf(octets), withPorts);
        }
        boolean isUcs2 = "ucs2".equals(message.getHeader(PolygatorConstants.ALPHABET, String.class));
        String text = Optional.ofNullable(message.getBody(String.class)).orElse("");
        return Segmenter.segmentText(text, isUcs2 ? withPorts.withEncoding(Encoding.UCS2) : withPorts);
    }

    private static Optional<Ports> ports(Message message) {
        Integer destination = message.getHeader(PolygatorConstants.DESTINATION_PORT, Integer.class);
        return destination == null
                ? Optional.empty()
                : Optional.of(
                        new Ports(destination, message.getHeader(PolygatorConstants.SOURCE_PORT, 0, Integer.class)));
    }

    private static SmsDeliver deliver(Message message, UserData segment, Instant receivedAt) {
        String from = message.getHeader(PolygatorConstants.FROM, "", String.class);
        OffsetDateTime sentAt = message.getHeader(
                PolygatorConstants.SENT_AT, receivedAt.atOffset(ZoneOffset.UTC), OffsetDateTime.class);
        Integer messageClass = message.getHeader(PolygatorConstants.INBOUND_MESSAGE_CLASS, Integer.class);
        DataCodingScheme scheme = messageClass == null
                ? DataCodingScheme.of(segment.alphabet())
                : DataCodingScheme.of(segment.alphabet(), messageClass);
        return SmsDeliver.from(SmsAddress.ofSender(from), ServiceCentreTimestamp.of(sentAt), segment)
                .withDataCodingScheme(scheme)
                .withProtocolIdentifier(new ProtocolIdentifier(
                        message.getHeader(PolygatorConstants.INBOUND_PROTOCOL_IDENTIFIER, 0, Integer.class)));
    }
}

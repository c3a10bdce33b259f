package io.polygator.smpp.message;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.concat.ConcatReference;
import io.polygator.gsm.sms.concat.Concatenation;
import io.polygator.gsm.sms.concat.SegmentationOptions;
import io.polygator.gsm.sms.concat.SegmentationOptions.Encoding;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.gsm.sms.concat.Segmenter;
import io.polygator.gsm.sms.tpdu.InformationElement;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.sms.tpdu.UserDataHeader;
import io.polygator.smpp.esme.ConcatenationMode;
import io.polygator.smpp.esme.DefaultAlphabet;
import io.polygator.smpp.esme.Delivery;
import io.polygator.smpp.esme.Delivery.InboundData;
import io.polygator.smpp.esme.Delivery.InboundText;
import io.polygator.smpp.esme.Delivery.Receipt;
import io.polygator.smpp.esme.DeliveryRules;
import io.polygator.smpp.esme.InterfaceVersion;
import io.polygator.smpp.wire.DeliverSm;
import io.polygator.smpp.wire.Tag;
import io.polygator.smpp.wire.Tlv;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Deliveries to the deliver_sm that a session gets: one, or one per segment. */
public final class DeliveryWriter {
    private static final int RECEIPT = 0x04;
    private static final int INTERMEDIATE_NOTIFICATION = 0x20;
    private static final int USER_DATA_HEADER = 0x40;
    private static final int DEFAULT_ALPHABET = 0x00;
    private static final int BINARY = 0x04;
    private static final int UCS2 = 0x08;
    private static final int MESSAGE_CLASS = 0xF0;
    private static final int GSM_NETWORK = 3;

    private final InterfaceVersion version;
    private final DeliveryRules rules;
    private final ConcatReference reference;

    /** Writes for a session; segments, if any, get the reference. */
    public DeliveryWriter(InterfaceVersion version, DeliveryRules rules, ConcatReference reference) {
        this.version = version;
        this.rules = rules;
        this.reference = reference;
    }

    /**
     * At least one deliver_sm, in order.
     *
     * @throws IllegalArgumentException if the message needs more than 255 segments
     */
    public List<DeliverSm> write(Delivery delivery) {
        if (delivery instanceof Receipt receipt) {
            return List.of(receipt(receipt));
        }
        return delivery instanceof InboundText text ? text(text) : data((InboundData) delivery);
    }

    private DeliverSm receipt(Receipt receipt) {
        int esmClass = receipt.kind() == Receipt.Kind.FINAL ? RECEIPT : INTERMEDIATE_NOTIFICATION;
        return new DeliverSm(
                receipt.source(),
                receipt.destination(),
                esmClass,
                DEFAULT_ALPHABET,
                ReceiptText.of(receipt, rules, version),
                version.hasOptionalParameters() ? receiptParameters(receipt) : List.of());
    }

    private List<Tlv> receiptParameters(Receipt receipt) {
        List<Tlv> parameters = new ArrayList<>();
        parameters.add(Tlv.ofText(Tag.RECEIPTED_MESSAGE_ID, receipt.id().forVersion(version)));
        parameters.add(Tlv.ofOctet(Tag.MESSAGE_STATE, receipt.state().code()));
        receipt.networkError()
                .ifPresent(code -> parameters.add(new Tlv(
                        Tag.NETWORK_ERROR_CODE, Octets.copyOf((byte) GSM_NETWORK, (byte) (code >> 8), (byte) code))));
        receipt.userMessageReference()
                .ifPresent(value -> parameters.add(Tlv.ofShort(Tag.USER_MESSAGE_REFERENCE, value)));
        return parameters;
    }

    private List<DeliverSm> text(InboundText delivery) {
        Coding account = Coding.of(rules.alphabet());
        Body inAccount =
                new Body(delivery, defaultCoding(delivery.messageClass()), delivery.messageClass(), delivery.ports());
        Optional<List<DeliverSm>> written = account.encode(delivery.text(), 0)
                .flatMap(octets -> write(inAccount, octets, textSegments(delivery, account, Encoding.AUTO)));
        return written.orElseGet(() -> inUcs2(delivery));
    }

    // A 3.3 peer has no dest_addr_subunit, so that the class has to be in data_coding.
    private int defaultCoding(OptionalInt messageClass) {
        boolean gsm7 =
                rules.alphabet() == DefaultAlphabet.GSM7_UNPACKED || rules.alphabet() == DefaultAlphabet.GSM7_PACKED;
        return messageClass.isPresent() && gsm7 && !version.hasOptionalParameters()
                ? MESSAGE_CLASS | messageClass.getAsInt()
                : DEFAULT_ALPHABET;
    }

    private List<DeliverSm> inUcs2(InboundText delivery) {
        Coding coding = new Coding.TwoOctets();
        Body body = new Body(delivery, UCS2, delivery.messageClass(), delivery.ports());
        Octets octets = coding.encode(delivery.text(), 0).orElseThrow();
        return write(body, octets, textSegments(delivery, coding, Encoding.UCS2))
                .orElseThrow();
    }

    private List<DeliverSm> data(InboundData delivery) {
        Body body = new Body(delivery, BINARY, delivery.messageClass(), delivery.ports());
        return write(body, delivery.octets(), () -> dataSegments(delivery)).orElseThrow();
    }

    /** What all segments of a message have in common. */
    private record Body(Delivery delivery, int dataCoding, OptionalInt messageClass, Optional<Ports> ports) {}

    /** One segment: its place, and its octets behind a header of the given length. */
    private record Segment(UserDataHeader header, Octets octets) {}

    /** Cuts a message when it turns out that it has to be cut; nothing when a segment does not fit. */
    private interface Cutting {
        Optional<List<Segment>> cut();
    }

    private Optional<List<DeliverSm>> write(Body body, Octets whole, Cutting cutting) {
        boolean fits = whole.length() <= DeliverSm.MOST_OCTETS;
        if (fits && rules.concatenation() == ConcatenationMode.ASSEMBLED && canBeWhole(body)) {
            return Optional.of(List.of(assembled(body, whole)));
        }
        return switch (mode()) {
            case ASSEMBLED -> Optional.of(List.of(payload(body, whole)));
            case PAYLOAD -> Optional.of(List.of(payload(body, whole)));
            case UDH -> cutting.cut().map(segments -> udh(body, whole, segments));
            case SAR -> cutting.cut().map(segments -> sar(body, whole, segments));
        };
    }

    /** A 3.3 peer has neither message_payload nor sar_ parameters. */
    private ConcatenationMode mode() {
        return version.hasOptionalParameters() ? rules.concatenation() : ConcatenationMode.UDH;
    }

    // Without optional parameters, ports need a header.
    private boolean canBeWhole(Body body) {
        return version.hasOptionalParameters() || body.ports().isEmpty();
    }

    private DeliverSm assembled(Body body, Octets whole) {
        return deliverSm(body, 0, whole, parameters(body, true));
    }

    private DeliverSm payload(Body body, Octets whole) {
        List<Tlv> parameters = parameters(body, true);
        parameters.add(new Tlv(Tag.MESSAGE_PAYLOAD, whole));
        return deliverSm(body, 0, Octets.empty(), parameters);
    }

    private List<DeliverSm> udh(Body body, Octets whole, List<Segment> segments) {
        if (segments.get(0).header().isEmpty() && segments.size() == 1) {
            return List.of(deliverSm(body, 0, whole, parameters(body, false)));
        }
        return segments.stream()
                .map(segment -> deliverSm(
                        body,
                        USER_DATA_HEADER,
                        octetsOf(segment.header()).concat(segment.octets()),
                        parameters(body, false)))
                .toList();
    }

    private List<DeliverSm> sar(Body body, Octets whole, List<Segment> segments) {
        if (segments.size() == 1) {
            return List.of(assembled(body, whole));
        }
        return segments.stream().map(segment -> sar(body, segment)).toList();
    }

    private DeliverSm sar(Body body, Segment segment) {
        List<Tlv> parameters = parameters(body, true);
        Concatenation place = Concatenation.in(segment.header()).orElseThrow();
        parameters.add(Tlv.ofShort(Tag.SAR_MSG_REF_NUM, place.reference().value()));
        parameters.add(Tlv.ofOctet(Tag.SAR_TOTAL_SEGMENTS, place.total()));
        parameters.add(Tlv.ofOctet(Tag.SAR_SEGMENT_SEQNUM, place.sequence()));
        return deliverSm(body, 0, segment.octets(), parameters);
    }

    private static DeliverSm deliverSm(Body body, int esmClass, Octets shortMessage, List<Tlv> parameters) {
        Delivery delivery = body.delivery();
        return new DeliverSm(
                delivery.source(), delivery.destination(), esmClass, body.dataCoding(), shortMessage, parameters);
    }

    // Ports go into parameters unless a user data header has them.
    private List<Tlv> parameters(Body body, boolean withPorts) {
        List<Tlv> parameters = new ArrayList<>();
        if (!version.hasOptionalParameters()) {
            return parameters;
        }
        body.messageClass()
                .ifPresent(messageClass -> parameters.add(Tlv.ofOctet(Tag.DEST_ADDR_SUBUNIT, messageClass + 1)));
        if (withPorts) {
            body.ports().ifPresent(ports -> {
                parameters.add(Tlv.ofShort(Tag.SOURCE_PORT, ports.source()));
                parameters.add(Tlv.ofShort(Tag.DESTINATION_PORT, ports.destination()));
            });
        }
        return parameters;
    }

    private Cutting textSegments(InboundText delivery, Coding coding, Encoding encoding) {
        return () -> {
            List<Segment> segments = new ArrayList<>();
            SegmentationOptions options = options(delivery.ports()).withEncoding(encoding);
            for (UserData data : Segmenter.segmentText(delivery.text(), options).segments()) {
                int headerOctets =
                        mode() == ConcatenationMode.UDH ? data.header().length() : 0;
                Optional<Octets> octets = data.text().flatMap(text -> coding.encode(text, headerOctets));
                if (octets.isEmpty() || octets.get().length() + headerOctets > DeliverSm.MOST_OCTETS) {
                    return Optional.empty();
                }
                segments.add(new Segment(data.header(), octets.get()));
            }
            return Optional.of(segments);
        };
    }

    private Optional<List<Segment>> dataSegments(InboundData delivery) {
        return Optional.of(Segmenter.segmentOctets(delivery.octets(), options(delivery.ports())).segments().stream()
                .map(data -> new Segment(data.header(), data.units()))
                .toList());
    }

    private SegmentationOptions options(Optional<Ports> ports) {
        SegmentationOptions options = SegmentationOptions.standard(reference);
        return ports.map(options::withPorts).orElse(options);
    }

    private static Octets octetsOf(UserDataHeader header) {
        Octets octets = Octets.copyOf((byte) (header.length() - 1));
        for (InformationElement element : header.elements()) {
            Octets data = element.data();
            octets = octets.concat(Octets.copyOf((byte) element.identifier(), (byte) data.length()))
                    .concat(data);
        }
        return octets;
    }
}

package io.polygator.gsm.sms.tpdu;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.tpdu.TpduDecodeException.Defect;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Octets to TPDU (3GPP TS 23.040 §9.2.2). Lenient with what the network sends: a flaw that leaves the message readable
 * becomes a {@link TpduWarning}. A SUBMIT must be whole, since a terminal can send it again.
 */
public final class TpduDecoder {
    private static final int RESERVED_TYPE = 0x03;
    /** Below this the octet after the first is TP-PI, since values of TP-FCS begin here (§9.2.3.22). */
    private static final int FIRST_FAILURE_CAUSE = 0x80;

    private final OctetReader reader;
    private final Set<TpduWarning> warnings = EnumSet.noneOf(TpduWarning.class);
    private final UserDataDecoder userData;

    private TpduDecoder(Octets octets) {
        reader = new OctetReader(octets);
        userData = new UserDataDecoder(reader, warnings);
    }

    /**
     * Decodes a message: SUBMIT or COMMAND to the network, DELIVER or STATUS-REPORT to the mobile.
     *
     * @throws TpduDecodeException if the octets are none, naming field and offset
     */
    public static Tpdu decode(Octets octets, Direction direction) throws TpduDecodeException {
        return inspect(octets, direction).tpdu();
    }

    /** The same with what was odd about the octets. */
    public static DecodedTpdu inspect(Octets octets, Direction direction) throws TpduDecodeException {
        TpduDecoder decoder = new TpduDecoder(octets);
        return decoder.finish(direction == Direction.TO_NETWORK ? decoder.toNetwork() : decoder.toMobile());
    }

    /**
     * Decodes the answer to a message, which modems show and take as {@code ackpdu} only (3GPP TS 27.005 §3.1):
     * DELIVER-REPORT to the network, SUBMIT-REPORT to the mobile. The octets do not tell an answer from a message.
     *
     * @throws TpduDecodeException if the octets are none, naming field and offset
     */
    public static Tpdu decodeReport(Octets octets, Direction direction) throws TpduDecodeException {
        return inspectReport(octets, direction).tpdu();
    }

    /** The same with what was odd about the octets. */
    public static DecodedTpdu inspectReport(Octets octets, Direction direction) throws TpduDecodeException {
        TpduDecoder decoder = new TpduDecoder(octets);
        return decoder.finish(direction == Direction.TO_NETWORK ? decoder.deliverReport() : decoder.submitReport());
    }

    private DecodedTpdu finish(Tpdu tpdu) {
        if (reader.remaining() > 0) {
            warnings.add(TpduWarning.TRAILING_OCTETS);
        }
        return new DecodedTpdu(tpdu, warnings);
    }

    private Tpdu toNetwork() throws TpduDecodeException {
        int first = reader.peek("TP-MTI");
        return switch (first & FirstOctet.TYPE_MASK) {
            case FirstOctet.SUBMIT -> submit();
            case FirstOctet.COMMAND -> command();
            default -> throw new TpduDecodeException("TP-MTI", reader.position(), Defect.RESERVED_VALUE);
        };
    }

    private Tpdu toMobile() throws TpduDecodeException {
        int first = reader.peek("TP-MTI");
        return switch (first & FirstOctet.TYPE_MASK) {
            case FirstOctet.DELIVER -> deliver();
            case FirstOctet.STATUS_REPORT -> statusReport();
            case RESERVED_TYPE -> {
                warnings.add(TpduWarning.RESERVED_MTI);
                yield deliver();
            }
            default -> throw new TpduDecodeException("TP-MTI", reader.position(), Defect.RESERVED_VALUE);
        };
    }

    private SmsSubmit submit() throws TpduDecodeException {
        int first = reader.octet("TP-MTI");
        MessageReference reference = new MessageReference(reader.octet("TP-MR"));
        SmsAddress destination = numericAddress("TP-DA");
        ProtocolIdentifier protocol = protocolIdentifier();
        DataCodingScheme scheme = dataCodingScheme();
        ValidityPeriod validity = validityPeriod(first & FirstOctet.VALIDITY_MASK);
        return new SmsSubmit(
                FirstOctet.has(first, FirstOctet.REJECT_DUPLICATES),
                FirstOctet.has(first, FirstOctet.STATUS_REPORT_BIT),
                FirstOctet.has(first, FirstOctet.REPLY_PATH),
                reference,
                destination,
                protocol,
                scheme,
                validity,
                userData.decodeStrictly(scheme.alphabet(), HeaderPresence.of(first)));
    }

    private SmsDeliver deliver() throws TpduDecodeException {
        int first = reader.octet("TP-MTI");
        SmsAddress originator = address("TP-OA");
        ProtocolIdentifier protocol = protocolIdentifier();
        DataCodingScheme scheme = dataCodingScheme();
        return new SmsDeliver(
                !FirstOctet.has(first, FirstOctet.NO_MORE_MESSAGES),
                FirstOctet.has(first, FirstOctet.LOOP_PREVENTION),
                FirstOctet.has(first, FirstOctet.STATUS_REPORT_BIT),
                FirstOctet.has(first, FirstOctet.REPLY_PATH),
                originator,
                protocol,
                scheme,
                timestamp("TP-SCTS"),
                userData.decode(scheme.alphabet(), HeaderPresence.of(first)));
    }

    private SmsStatusReport statusReport() throws TpduDecodeException {
        int first = reader.octet("TP-MTI");
        return new SmsStatusReport(
                !FirstOctet.has(first, FirstOctet.NO_MORE_MESSAGES),
                FirstOctet.has(first, FirstOctet.LOOP_PREVENTION),
                FirstOctet.has(first, FirstOctet.STATUS_REPORT_BIT),
                new MessageReference(reader.octet("TP-MR")),
                address("TP-RA"),
                timestamp("TP-SCTS"),
                timestamp("TP-DT"),
                new DeliveryStatus(reader.octet("TP-ST")),
                tail(first));
    }

    /** What may follow TP-ST; service centres append anything, so that nothing here may spoil the report. */
    private Optional<OptionalParameters> tail(int first) {
        if (reader.remaining() == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(announced(first, reader.octet("TP-PI")));
        } catch (TpduDecodeException junk) {
            warnings.add(TpduWarning.TRAILING_OCTETS);
            return Optional.empty();
        }
    }

    private SmsSubmitReport submitReport() throws TpduDecodeException {
        int first = typed(FirstOctet.SUBMIT_REPORT);
        Optional<FailureCause> cause = failureCause();
        int indicator = reader.octet("TP-PI");
        return new SmsSubmitReport(cause, timestamp("TP-SCTS"), announced(first, indicator));
    }

    private SmsDeliverReport deliverReport() throws TpduDecodeException {
        int first = typed(FirstOctet.DELIVER_REPORT);
        return new SmsDeliverReport(failureCause(), announced(first, reader.octet("TP-PI")));
    }

    private int typed(int type) throws TpduDecodeException {
        int first = reader.octet("TP-MTI");
        if ((first & FirstOctet.TYPE_MASK) != type) {
            throw new TpduDecodeException("TP-MTI", 0, Defect.RESERVED_VALUE);
        }
        return first;
    }

    private SmsCommand command() throws TpduDecodeException {
        int first = reader.octet("TP-MTI");
        return new SmsCommand(
                FirstOctet.has(first, FirstOctet.STATUS_REPORT_BIT),
                new MessageReference(reader.octet("TP-MR")),
                protocolIdentifier(),
                reader.octet("TP-CT"),
                new MessageReference(reader.octet("TP-MN")),
                address("TP-DA"),
                commandData());
    }

    private Octets commandData() throws TpduDecodeException {
        int start = reader.position();
        int length = reader.octet("TP-CDL");
        if (length > SmsCommand.MOST_DATA) {
            throw new TpduDecodeException("TP-CDL", start, Defect.OVERLENGTH);
        }
        return reader.octets(length, "TP-CD");
    }

    private Optional<FailureCause> failureCause() throws TpduDecodeException {
        return reader.peek("TP-FCS") < FIRST_FAILURE_CAUSE
                ? Optional.empty()
                : Optional.of(new FailureCause(reader.octet("TP-FCS")));
    }

    private OptionalParameters announced(int first, int indicator) throws TpduDecodeException {
        for (int more = indicator; FirstOctet.has(more, ParameterIndicator.EXTENSION); ) {
            more = reader.octet("TP-PI");
        }
        Optional<ProtocolIdentifier> protocol = FirstOctet.has(indicator, ParameterIndicator.PROTOCOL_IDENTIFIER)
                ? Optional.of(protocolIdentifier())
                : Optional.empty();
        Optional<DataCodingScheme> scheme = FirstOctet.has(indicator, ParameterIndicator.DATA_CODING_SCHEME)
                ? Optional.of(dataCodingScheme())
                : Optional.empty();
        Optional<UserData> data = FirstOctet.has(indicator, ParameterIndicator.USER_DATA)
                ? Optional.of(userData.decode(OptionalParameters.alphabetOf(scheme), HeaderPresence.of(first)))
                : Optional.empty();
        return new OptionalParameters(protocol, scheme, data);
    }

    private SmsAddress numericAddress(String field) throws TpduDecodeException {
        int start = reader.position();
        SmsAddress address = address(field);
        if (address.isAlphanumeric()) {
            throw new TpduDecodeException(field + ".type", start + 1, Defect.RESERVED_VALUE);
        }
        return address;
    }

    private SmsAddress address(String field) throws TpduDecodeException {
        try {
            return AddressCodec.decode(reader);
        } catch (TpduDecodeException defect) {
            throw defect.within(field, 0);
        }
    }

    private ProtocolIdentifier protocolIdentifier() throws TpduDecodeException {
        return new ProtocolIdentifier(reader.octet("TP-PID"));
    }

    private DataCodingScheme dataCodingScheme() throws TpduDecodeException {
        DataCodingScheme scheme = new DataCodingScheme(reader.octet("TP-DCS"));
        if (scheme.isReserved()) {
            warnings.add(TpduWarning.RESERVED_DCS);
        }
        return scheme;
    }

    private ServiceCentreTimestamp timestamp(String field) throws TpduDecodeException {
        ServiceCentreTimestamp timestamp =
                new ServiceCentreTimestamp(reader.octets(ServiceCentreTimestamp.LENGTH, field));
        if (timestamp.time().isEmpty()) {
            warnings.add(TpduWarning.BAD_TIMESTAMP);
        } else if (!timestamp.hasTimeZone()) {
            warnings.add(TpduWarning.BAD_TIMEZONE);
        }
        return timestamp;
    }

    private ValidityPeriod validityPeriod(int format) throws TpduDecodeException {
        return switch (format) {
            case FirstOctet.VALIDITY_RELATIVE -> new ValidityPeriod.Relative(reader.octet("TP-VP"));
            case FirstOctet.VALIDITY_ABSOLUTE -> new ValidityPeriod.Absolute(timestamp("TP-VP"));
            case FirstOctet.VALIDITY_ENHANCED ->
                new ValidityPeriod.Enhanced(reader.octets(ValidityPeriod.Enhanced.LENGTH, "TP-VP"));
            default -> new ValidityPeriod.None();
        };
    }
}

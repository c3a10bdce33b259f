package io.polygator.smpp.message;

import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.alphabet.Alphabet;
import io.polygator.gsm.sms.alphabet.Gsm7;
import io.polygator.gsm.sms.alphabet.Ucs2;
import io.polygator.gsm.sms.concat.ConcatReference;
import io.polygator.gsm.sms.concat.Concatenation;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.gsm.sms.tpdu.DataCodingScheme;
import io.polygator.gsm.sms.tpdu.UserData;
import io.polygator.gsm.sms.tpdu.UserDataHeader;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.EsmeProfile;
import io.polygator.smpp.esme.InterfaceVersion;
import io.polygator.smpp.esme.SubmitBody;
import io.polygator.smpp.wire.Pdu;
import io.polygator.smpp.wire.PduException;
import io.polygator.smpp.wire.Tag;
import io.polygator.smpp.wire.Tlvs;
import java.util.Optional;
import java.util.OptionalInt;

/** The body of one submission: short_message or message_payload with everything that says how to read it. */
final class BodyReader {
    private static final int MOST_OCTETS_BEFORE_5_0 = 254;
    private static final int USER_DATA_HEADER = 0x40;
    private static final int MOST_CLASS = 3;
    private static final int ONE_OCTET = 0xFF;
    private static final int WAITING_STORED = 0xD0;
    private static final int WAITING_STORED_UCS2 = 0xE0;
    private static final int WAITING_ACTIVE = 0x08;

    private final Pdu.Submission pdu;
    private final Tlvs optional;
    private final InterfaceVersion version;
    private final EsmeProfile profile;

    BodyReader(Pdu.Submission pdu, InterfaceVersion version, EsmeProfile profile) {
        this.pdu = pdu;
        this.optional = pdu.optional();
        this.version = version;
        this.profile = profile;
    }

    SubmitBody read() throws PduException {
        Octets octets = octets();
        DataCoding coding = dataCoding();
        Optional<Concatenation> segment = sar();
        Optional<Ports> ports = ports();
        if ((pdu.esmClass() & USER_DATA_HEADER) != 0) {
            if (segment.isPresent() || ports.isPresent()) {
                throw new PduException(CommandStatus.RTLVNOTALLWD, "sar_ or port parameters beside a header");
            }
            return behindHeader(octets, coding);
        }
        if (segment.isPresent()) {
            return segment(octets, coding, segment.get(), ports);
        }
        return whole(octets, coding, ports);
    }

    private Octets octets() throws PduException {
        Optional<Octets> payload = optional.octets(Tag.MESSAGE_PAYLOAD);
        if (payload.isPresent() && !pdu.shortMessage().isEmpty()) {
            throw new PduException(CommandStatus.RTLVNOTALLWD, "message_payload beside short_message");
        }
        if (version != InterfaceVersion.V5_0 && pdu.shortMessage().length() > MOST_OCTETS_BEFORE_5_0) {
            throw new PduException(CommandStatus.RINVMSGLEN, "short_message");
        }
        return payload.orElse(pdu.shortMessage());
    }

    private DataCoding dataCoding() throws PduException {
        return DataCoding.of(
                        pdu.dataCoding(),
                        profile.deliveries().alphabet(),
                        profile.binds().strictness())
                .orElseThrow(() -> unsupportedCoding("data_coding"));
    }

    private PduException unsupportedCoding(String field) {
        return new PduException(
                version == InterfaceVersion.V5_0 ? CommandStatus.RINVDCS : CommandStatus.RSUBMITFAIL, field);
    }

    private Optional<Concatenation> sar() throws PduException {
        OptionalInt reference = optional.twoOctets(Tag.SAR_MSG_REF_NUM);
        OptionalInt total = optional.octet(Tag.SAR_TOTAL_SEGMENTS);
        OptionalInt sequence = optional.octet(Tag.SAR_SEGMENT_SEQNUM);
        if (reference.isEmpty() && total.isEmpty() && sequence.isEmpty()) {
            return Optional.empty();
        }
        if (reference.isEmpty() || total.isEmpty() || sequence.isEmpty()) {
            throw new PduException(CommandStatus.RMISSINGTLV, "sar_ parameters");
        }
        if (total.getAsInt() < 1 || sequence.getAsInt() < 1 || sequence.getAsInt() > total.getAsInt()) {
            throw new PduException(CommandStatus.RINVTLVVAL, "sar_ parameters");
        }
        return total.getAsInt() == 1
                ? Optional.empty()
                : Optional.of(
                        new Concatenation(referenceOf(reference.getAsInt()), total.getAsInt(), sequence.getAsInt()));
    }

    private static ConcatReference referenceOf(int value) {
        return value <= ONE_OCTET ? ConcatReference.ofEightBits(value) : ConcatReference.ofSixteenBits(value);
    }

    private Optional<Ports> ports() throws PduException {
        OptionalInt source = optional.twoOctets(Tag.SOURCE_PORT);
        OptionalInt destination = optional.twoOctets(Tag.DESTINATION_PORT);
        if (source.isPresent() && destination.isEmpty()) {
            throw new PduException(CommandStatus.RMISSINGTLV, "destination_port");
        }
        return destination.isPresent()
                ? Optional.of(new Ports(destination.getAsInt(), source.orElse(0)))
                : Optional.empty();
    }

    private SubmitBody behindHeader(Octets octets, DataCoding coding) throws PduException {
        int headerOctets = octets.isEmpty() ? 1 : 1 + octets.at(0);
        if (headerOctets > octets.length()) {
            throw new PduException(CommandStatus.RINVESMCLASS, "user data header");
        }
        UserDataHeader header = UserDataHeader.decode(octets.slice(1, headerOctets));
        Units units = units(octets.slice(headerOctets, octets.length()), coding, headerOctets);
        return prepared(header, units);
    }

    private SubmitBody segment(Octets octets, DataCoding coding, Concatenation segment, Optional<Ports> ports)
            throws PduException {
        Units units = units(octets, coding, 0);
        UserDataHeader header = header(segment, ports);
        if (units.octets().length() > UserData.capacity(units.alphabet(), header)) {
            // Cut for a reference of eight bits; only one that cannot fit otherwise loses its upper half.
            ConcatReference narrow =
                    ConcatReference.ofEightBits(segment.reference().value() & ONE_OCTET);
            header = header(new Concatenation(narrow, segment.total(), segment.sequence()), ports);
        }
        return prepared(header, units);
    }

    private static UserDataHeader header(Concatenation segment, Optional<Ports> ports) {
        UserDataHeader header = UserDataHeader.none().with(segment.toElement());
        return ports.map(some -> header.with(some.toElement())).orElse(header);
    }

    private static SubmitBody prepared(UserDataHeader header, Units units) throws PduException {
        if (units.octets().length() > UserData.capacity(units.alphabet(), header)) {
            throw new PduException(CommandStatus.RINVMSGLEN, "short_message with header");
        }
        return new SubmitBody.Prepared(new UserData(header, units.alphabet(), units.octets()), units.scheme());
    }

    private SubmitBody whole(Octets octets, DataCoding coding, Optional<Ports> ports) throws PduException {
        Optional<DataCodingScheme> waiting = messageWaiting(octets, coding);
        if (waiting.isPresent()) {
            Units units = units(octets, coding, 0);
            return prepared(UserDataHeader.none(), new Units(units.alphabet(), units.octets(), waiting.get()));
        }
        if (coding instanceof DataCoding.Raw raw) {
            return raw(octets, raw, ports);
        }
        OptionalInt messageClass = messageClass();
        if (coding instanceof DataCoding.Text text) {
            return new SubmitBody.Text(
                    decoded(octets, text.coding(), 0), either(text.messageClass(), messageClass), ports);
        }
        DataCoding.Binary binary = (DataCoding.Binary) coding;
        return new SubmitBody.Data(octets, either(binary.messageClass(), messageClass), ports);
    }

    private SubmitBody raw(Octets octets, DataCoding.Raw raw, Optional<Ports> ports) throws PduException {
        Units units = units(octets, raw, 0);
        UserDataHeader header =
                ports.map(some -> UserDataHeader.none().with(some.toElement())).orElse(UserDataHeader.none());
        boolean fits = units.octets().length() <= UserData.capacity(units.alphabet(), header);
        OptionalInt messageClass = raw.scheme().messageClass();
        if (fits || messageClass.isEmpty()) {
            return prepared(header, units);
        }
        return units.alphabet() == Alphabet.OCTETS
                ? new SubmitBody.Data(octets, messageClass, ports)
                : new SubmitBody.Text(decoded(octets, raw.coding(), 0), messageClass, ports);
    }

    private static OptionalInt either(OptionalInt first, OptionalInt second) {
        return first.isPresent() ? first : second;
    }

    /** dest_addr_subunit: 1 display, 2 module, 3 SIM, 4 external; the message classes in their order. */
    private OptionalInt messageClass() throws PduException {
        OptionalInt subunit = optional.octet(Tag.DEST_ADDR_SUBUNIT);
        if (subunit.isEmpty() || subunit.getAsInt() == 0) {
            return OptionalInt.empty();
        }
        int messageClass = subunit.getAsInt() - 1;
        if (messageClass > MOST_CLASS) {
            throw new PduException(CommandStatus.RINVTLVVAL, "dest_addr_subunit");
        }
        return OptionalInt.of(messageClass);
    }

    /** ms_msg_wait_facilities: bit 7 on or off, bits 1 and 0 which mailbox; only for a text. */
    private Optional<DataCodingScheme> messageWaiting(Octets octets, DataCoding coding) throws PduException {
        OptionalInt facilities = optional.octet(Tag.MS_MSG_WAIT_FACILITIES);
        if (facilities.isEmpty() || !(coding instanceof DataCoding.Text)) {
            return Optional.empty();
        }
        int active = (facilities.getAsInt() & 0x80) == 0 ? 0 : WAITING_ACTIVE;
        int group = units(octets, coding, 0).alphabet() == Alphabet.UCS2 ? WAITING_STORED_UCS2 : WAITING_STORED;
        return Optional.of(new DataCodingScheme(group | active | facilities.getAsInt() & 3));
    }

    /** User data behind a header, and the coding that announces it. */
    private record Units(Alphabet alphabet, Octets octets, DataCodingScheme scheme) {}

    private Units units(Octets octets, DataCoding coding, int headerOctets) throws PduException {
        OptionalInt subunit = messageClass();
        if (coding instanceof DataCoding.Binary binary) {
            return units(Alphabet.OCTETS, octets, either(binary.messageClass(), subunit));
        }
        if (coding instanceof DataCoding.Raw raw) {
            return rawUnits(octets, raw, headerOctets);
        }
        DataCoding.Text text = (DataCoding.Text) coding;
        OptionalInt messageClass = either(text.messageClass(), subunit);
        if (text.coding() instanceof Coding.TwoOctets) {
            requireWholeCharacters(octets);
            return units(Alphabet.UCS2, octets, messageClass); // as it came: half a surrogate pair finds its other half
        }
        if (text.coding() instanceof Coding.Unpacked) {
            requireSeptets(octets);
            return units(Alphabet.GSM7, octets, messageClass); // as it came: the header may announce other tables
        }
        String decoded = decoded(octets, text.coding(), headerOctets);
        Optional<Octets> septets = Gsm7.encode(decoded);
        return septets.isPresent()
                ? units(Alphabet.GSM7, septets.get(), messageClass)
                : units(Alphabet.UCS2, Ucs2.encode(decoded), messageClass);
    }

    private static Units units(Alphabet alphabet, Octets octets, OptionalInt messageClass) {
        DataCodingScheme scheme = messageClass.isPresent()
                ? DataCodingScheme.of(alphabet, messageClass.getAsInt())
                : DataCodingScheme.of(alphabet);
        return new Units(alphabet, octets, scheme);
    }

    private Units rawUnits(Octets octets, DataCoding.Raw raw, int headerOctets) throws PduException {
        DataCodingScheme scheme = raw.scheme();
        if (scheme.alphabet() != Alphabet.GSM7) {
            if (scheme.alphabet() == Alphabet.UCS2) {
                requireWholeCharacters(octets);
            }
            return new Units(scheme.alphabet(), octets, scheme);
        }
        Octets septets = Gsm7.encode(decoded(octets, raw.coding(), headerOctets))
                .orElseThrow(() -> unsupportedCoding("short_message"));
        return new Units(Alphabet.GSM7, septets, scheme);
    }

    private static void requireWholeCharacters(Octets octets) throws PduException {
        if (octets.length() % 2 != 0) {
            throw new PduException(CommandStatus.RINVMSGLEN, "short_message in UCS-2");
        }
    }

    private void requireSeptets(Octets octets) throws PduException {
        for (int i = 0; i < octets.length(); i++) {
            if (octets.at(i) > 0x7F) {
                throw unsupportedCoding("short_message");
            }
        }
    }

    private String decoded(Octets octets, Coding coding, int headerOctets) throws PduException {
        if (coding instanceof Coding.TwoOctets) {
            requireWholeCharacters(octets);
        }
        return coding.decode(octets, headerOctets).orElseThrow(() -> unsupportedCoding("short_message"));
    }
}

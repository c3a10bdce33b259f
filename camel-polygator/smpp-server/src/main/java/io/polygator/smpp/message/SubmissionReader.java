package io.polygator.smpp.message;

import io.polygator.gsm.sms.concat.ConcatReference;
import io.polygator.gsm.sms.concat.SegmentationOptions;
import io.polygator.gsm.sms.concat.SegmentationOptions.Ports;
import io.polygator.gsm.sms.concat.Segmenter;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.EsmeAddress;
import io.polygator.smpp.esme.EsmeProfile;
import io.polygator.smpp.esme.InterfaceVersion;
import io.polygator.smpp.esme.MessagingMode;
import io.polygator.smpp.esme.ReceiptWishes;
import io.polygator.smpp.esme.ReplaceRequest;
import io.polygator.smpp.esme.Replacement;
import io.polygator.smpp.esme.Strictness;
import io.polygator.smpp.esme.SubmitBody;
import io.polygator.smpp.esme.SubmitMultiRequest;
import io.polygator.smpp.esme.SubmitMultiResult;
import io.polygator.smpp.esme.SubmitOptions;
import io.polygator.smpp.esme.SubmitRequest;
import io.polygator.smpp.wire.Pdu;
import io.polygator.smpp.wire.PduException;
import io.polygator.smpp.wire.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Submissions as fields to submissions as requests; everything that a field alone cannot tell is checked here. */
public final class SubmissionReader {
    private static final int MODE = 0x03;
    private static final int TYPE = 0x3C;
    private static final int REPLY_PATH = 0x80;
    private static final int MOST_PRIORITY = 3;
    private static final int MOST_DESTINATIONS_BEFORE_5_0 = 254;
    private static final int ALPHANUMERIC = 5;
    private static final int HIGHEST_TON = 6;
    /** A text as short as this is one segment in any alphabet. */
    private static final int SURELY_ONE_SEGMENT = 66;

    private static final Set<Integer> NUMBERING_PLANS = Set.of(0, 1, 3, 4, 6, 8, 9, 10, 14, 18);

    private final InterfaceVersion version;
    private final EsmeProfile profile;
    private final Timing timing;

    /** Reads for one session at one moment. */
    public SubmissionReader(InterfaceVersion version, EsmeProfile profile, Instant now) {
        this.version = version;
        this.profile = profile;
        this.timing = new Timing(now, profile.submits().longestValidity());
    }

    /** A submit_multi with what can be answered for at once. */
    public record Multi(SubmitMultiRequest request, List<SubmitMultiResult.Refused> refused) {}

    /** submit_sm. */
    public SubmitRequest submitSm(Pdu.Submission pdu) throws PduException {
        Optional<SmsAddress> originator = originator(pdu.source());
        EsmeAddress destination = pdu.destinations().get(0);
        SmsAddress recipient = recipient(destination);
        SubmitBody body = new BodyReader(pdu, version, profile).read();
        return new SubmitRequest(pdu.source(), originator, destination, recipient, body, options(pdu, body));
    }

    /** data_sm, which has its message in message_payload only. */
    public SubmitRequest dataSm(Pdu.Submission pdu) throws PduException {
        if (!pdu.optional().has(Tag.MESSAGE_PAYLOAD)) {
            throw new PduException(CommandStatus.RMISSINGTLV, "message_payload");
        }
        return submitSm(pdu);
    }

    /** submit_multi: destinations that no message can go to are refused one by one, unless none is left. */
    public Multi submitMulti(Pdu.Submission pdu) throws PduException {
        requireMultiAllowed(pdu);
        Optional<SmsAddress> originator = originator(pdu.source());
        List<SubmitMultiRequest.Destination> destinations = new ArrayList<>();
        List<SubmitMultiResult.Refused> refused = new ArrayList<>();
        for (EsmeAddress destination : pdu.destinations()) {
            try {
                destinations.add(new SubmitMultiRequest.Destination(destination, recipient(destination)));
            } catch (PduException e) {
                refused.add(new SubmitMultiResult.Refused(destination, e.status()));
            }
        }
        if (destinations.isEmpty()) {
            throw new PduException(CommandStatus.RINVDSTADR, "dest_addresses");
        }
        SubmitBody body = new BodyReader(pdu, version, profile).read();
        SubmitOptions options = options(pdu, body);
        return new Multi(
                new SubmitMultiRequest(pdu.source(), originator, destinations, body, options), List.copyOf(refused));
    }

    private void requireMultiAllowed(Pdu.Submission pdu) throws PduException {
        if (!pdu.distributionLists().isEmpty()) {
            throw new PduException(CommandStatus.RINVDLNAME, "dl_name");
        }
        if (version != InterfaceVersion.V5_0 && pdu.destinations().size() > MOST_DESTINATIONS_BEFORE_5_0) {
            throw new PduException(CommandStatus.RINVNUMDESTS, "number_of_dests");
        }
        if (pdu.replaceIfPresentFlag() == 1) {
            throw new PduException(CommandStatus.RINVSUBREP, "replace_if_present_flag");
        }
    }

    /** replace_sm. */
    public ReplaceRequest replaceSm(Pdu.Replace pdu) throws PduException {
        requireNoCannedText(pdu.smDefaultMsgId());
        var octets = version == InterfaceVersion.V5_0 && pdu.shortMessage().isEmpty()
                ? pdu.optional().octets(Tag.MESSAGE_PAYLOAD).orElse(pdu.shortMessage())
                : pdu.shortMessage();
        Optional<Instant> scheduledAt = timing.newSchedule(pdu.scheduleDeliveryTime());
        return new ReplaceRequest(
                pdu.messageId(),
                pdu.source(),
                scheduledAt,
                timing.validity(pdu.validityPeriod(), scheduledAt),
                receipts(pdu.registeredDelivery()),
                Coding.of(profile.deliveries().alphabet()).decode(octets, 0).orElse(""),
                octets);
    }

    private Optional<SmsAddress> originator(EsmeAddress source) throws PduException {
        if (isStrict()) {
            requireTables(source, CommandStatus.RINVSRCTON, CommandStatus.RINVSRCNPI, "source_addr");
        }
        Optional<SmsAddress> originator = source.toSmsAddress();
        boolean unreadable = !source.value().chars().allMatch(SubmissionReader::isPrintable);
        if (unreadable || (isStrict() && originator.isEmpty() && !source.isEmpty())) {
            throw new PduException(CommandStatus.RINVSRCADR, "source_addr");
        }
        return originator;
    }

    private SmsAddress recipient(EsmeAddress destination) throws PduException {
        if (isStrict()) {
            requireTables(destination, CommandStatus.RINVDSTTON, CommandStatus.RINVDSTNPI, "destination_addr");
        }
        return destination
                .toSmsAddress()
                .filter(address -> destination.ton() != ALPHANUMERIC)
                .orElseThrow(() -> new PduException(CommandStatus.RINVDSTADR, "destination_addr"));
    }

    private static void requireTables(EsmeAddress address, CommandStatus ton, CommandStatus npi, String field)
            throws PduException {
        if (address.ton() > HIGHEST_TON) {
            throw new PduException(ton, field + "_ton");
        }
        if (!NUMBERING_PLANS.contains(address.npi())) {
            throw new PduException(npi, field + "_npi");
        }
    }

    private static boolean isPrintable(int character) {
        return character >= 0x20 && character < 0x7F;
    }

    private boolean isStrict() {
        return profile.binds().strictness() == Strictness.STRICT;
    }

    private SubmitOptions options(Pdu.Submission pdu, SubmitBody body) throws PduException {
        requireOrdinaryMessage(pdu.esmClass());
        int priority = priority(pdu.priorityFlag());
        Optional<Instant> scheduledAt = timing.schedule(pdu.scheduleDeliveryTime());
        var validity = timing.validity(pdu.validityPeriod(), scheduledAt);
        ReceiptWishes receipts = receipts(pdu.registeredDelivery());
        Replacement replacement = replacement(pdu.replaceIfPresentFlag());
        requireNoCannedText(pdu.smDefaultMsgId());
        MessagingMode mode = MessagingMode.values()[pdu.esmClass() & MODE];
        return new SubmitOptions(
                pdu.serviceType(),
                mode,
                segments(body),
                pdu.protocolId(),
                (pdu.esmClass() & REPLY_PATH) != 0,
                priority,
                scheduledAt,
                validity,
                mode == MessagingMode.DATAGRAM ? ReceiptWishes.none() : receipts,
                replacement,
                pdu.optional().twoOctets(Tag.USER_MESSAGE_REFERENCE),
                pdu.optional().octet(Tag.USSD_SERVICE_OP));
    }

    // Acknowledgements of an ESME (types 0x08 and 0x10) have no counterpart in an SMS that a SIM can send.
    private static void requireOrdinaryMessage(int esmClass) throws PduException {
        if ((esmClass & TYPE) != 0) {
            throw new PduException(CommandStatus.RINVESMCLASS, "esm_class");
        }
    }

    private int priority(int flag) throws PduException {
        if (flag > MOST_PRIORITY && isStrict()) {
            throw new PduException(CommandStatus.RINVPRTFLG, "priority_flag");
        }
        return Math.min(flag, MOST_PRIORITY);
    }

    private ReceiptWishes receipts(int registeredDelivery) throws PduException {
        if (isStrict() && registeredDelivery >> 5 != 0) {
            throw new PduException(CommandStatus.RINVREGDLVFLG, "registered_delivery");
        }
        Set<ReceiptWishes.Event> events = EnumSet.noneOf(ReceiptWishes.Event.class);
        switch (registeredDelivery & 3) {
            case 1 -> {
                events.add(ReceiptWishes.Event.DELIVERED);
                events.add(ReceiptWishes.Event.FAILED);
            }
            case 2 -> events.add(ReceiptWishes.Event.FAILED);
            case 3 -> {
                if (version != InterfaceVersion.V5_0) {
                    throw new PduException(CommandStatus.RINVREGDLVFLG, "registered_delivery");
                }
                events.add(ReceiptWishes.Event.DELIVERED);
            }
            default -> {}
        }
        if ((registeredDelivery & 0x10) != 0) {
            events.add(ReceiptWishes.Event.INTERMEDIATE);
        }
        return new ReceiptWishes(events);
    }

    private static Replacement replacement(int flag) throws PduException {
        return switch (flag) {
            case 0 -> Replacement.NONE;
            case 1 -> Replacement.IF_PRESENT;
            default -> throw new PduException(CommandStatus.RINVREPFLAG, "replace_if_present_flag");
        };
    }

    private static void requireNoCannedText(int smDefaultMsgId) throws PduException {
        if (smDefaultMsgId != 0) {
            throw new PduException(CommandStatus.RINVDFTMSGID, "sm_default_msg_id");
        }
    }

    private int segments(SubmitBody body) throws PduException {
        int segments;
        try {
            segments = count(body);
        } catch (IllegalArgumentException moreThanConcatenationCarries) {
            throw new PduException(CommandStatus.RINVMSGLEN, "message_payload");
        }
        if (segments > profile.submits().mostSegments()) {
            throw new PduException(CommandStatus.RINVMSGLEN, "message of " + segments + " segments");
        }
        return segments;
    }

    private static int count(SubmitBody body) {
        if (body instanceof SubmitBody.Text text) {
            boolean surelyOne =
                    text.text().length() <= SURELY_ONE_SEGMENT && text.ports().isEmpty();
            return surelyOne
                    ? 1
                    : Segmenter.segmentText(text.text(), segmentation(text.ports()))
                            .segments()
                            .size();
        }
        if (body instanceof SubmitBody.Data data) {
            return Segmenter.segmentOctets(data.octets(), segmentation(data.ports()))
                    .segments()
                    .size();
        }
        return 1;
    }

    private static SegmentationOptions segmentation(Optional<Ports> ports) {
        SegmentationOptions options = SegmentationOptions.standard(ConcatReference.ofEightBits(0));
        return ports.map(options::withPorts).orElse(options);
    }
}

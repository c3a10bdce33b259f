package io.polygator.camel.smpp;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.concat.ConcatReference;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.ConcatenationMode;
import io.polygator.smpp.esme.DefaultAlphabet;
import io.polygator.smpp.esme.Delivery;
import io.polygator.smpp.esme.DeliveryRules;
import io.polygator.smpp.esme.EsmeProfile;
import io.polygator.smpp.esme.InterfaceVersion;
import io.polygator.smpp.esme.MessageIdText;
import io.polygator.smpp.esme.SmppRefusedException;
import io.polygator.smpp.esme.SubmitRequest;
import io.polygator.smpp.message.DeliveryWriter;
import io.polygator.smpp.message.SubmissionReader;
import io.polygator.smpp.wire.DeliverSm;
import io.polygator.smpp.wire.Pdu;
import io.polygator.smpp.wire.PduException;
import io.polygator.smpp.wire.Tag;
import io.polygator.smpp.wire.Tlv;
import io.polygator.smpp.wire.Tlvs;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.Message;

/**
 * What an upstream SMSC, to which the gateway is bound as an ESME, sends through the SIMs, and what it is told of them.
 * Knows the SMSC's PDUs, and nothing of whoever carries them. Thread-safe.
 */
public final class SmppUpstream {
    /** Who submitted a message of the upstream SMSC: receipts go to it for these only. */
    public static final String SUBMITTER = "smpp-upstream";

    private static final String REPORT = "report";
    // for a SIM the modes of esm_class (bits 1 and 0) mean nothing in deliver_sm
    private static final int MESSAGING_MODE = 0x03;
    private static final int TYPE = 0x3C;
    // what submit_sm has for it (SMPP 3.4 §5.2.12); the 0x04 of deliver_sm camel-smpp would not let through
    private static final int ESME_DELIVERY_ACKNOWLEDGEMENT = 0x08;
    private static final int ONE_OCTET = 0x100;
    private static final Pattern MESSAGE_ID = Pattern.compile("[\\x21-\\x7E]{1,64}");

    private final InstantSource clock;
    private final EsmeProfile rules;

    /**
     * Speaks version 3.4.
     *
     * @param alphabet what data_coding 0 means, in both directions
     * @param concatenation how an inbound message that one short message does not hold is submitted
     */
    public SmppUpstream(InstantSource clock, DefaultAlphabet alphabet, ConcatenationMode concatenation) {
        this.clock = clock;
        rules = EsmeProfile.of(SUBMITTER)
                .with(DeliveryRules.standard().withAlphabet(alphabet).withConcatenation(concatenation));
    }

    /**
     * Makes the message what {@code polygator:} sends; nothing of what it had before is left.
     *
     * @throws SmppRefusedException if the PDU holds no message that a SIM can send
     */
    public void send(UpstreamPdu received, Message message) throws SmppRefusedException {
        SubmitRequest request = read(received);
        UssdSubmissions.refuse(request.options());
        SubmitMemo memo = SubmitMemos.of(request, Optional.empty());
        message.removeHeaders("*");
        SubmitHeaders.write(
                SUBMITTER,
                request,
                idOf(received).map(MessageIdText::of).map(memo::sharing).orElse(memo),
                message);
    }

    private SubmitRequest read(UpstreamPdu received) throws SmppRefusedException {
        try {
            return new SubmissionReader(InterfaceVersion.V3_4, rules, clock.instant()).submitSm(submission(received));
        } catch (PduException e) {
            throw new SmppRefusedException(e.status(), String.valueOf(e.getMessage()));
        }
    }

    private static Pdu.Submission submission(UpstreamPdu received) {
        return new Pdu.Submission(
                received.serviceType(),
                received.source(),
                List.of(received.destination()),
                List.of(),
                received.esmClass() & ~MESSAGING_MODE,
                received.protocolId(),
                received.priorityFlag(),
                "", // no schedule and no validity: deliver_sm has none (SMPP 3.4 §4.6.1)
                "",
                received.registeredDelivery(),
                0,
                received.dataCoding(),
                0,
                received.shortMessage(),
                Tlvs.of(received.optional().entrySet().stream()
                        .map(entry -> new Tlv(entry.getKey(), entry.getValue()))
                        .toList()));
    }

    /** The id that the SMSC knows its message by, if it tells: the response to deliver_sm has no place for ours. */
    private static Optional<String> idOf(UpstreamPdu received) {
        return Optional.ofNullable(received.optional().get(Tag.RECEIPTED_MESSAGE_ID))
                .map(octets -> new String(octets.toByteArray(), StandardCharsets.US_ASCII).replace("\0", ""))
                .filter(id -> MESSAGE_ID.matcher(id).matches());
    }

    /**
     * What to submit to the SMSC for an event inbound or report, in order; nothing for a report about a message of
     * somebody else, or one that the SMSC wants no receipt for. The same event gives the same PDUs each time.
     *
     * @throws IllegalArgumentException if the exchange is no event inbound or report
     */
    public List<UpstreamPdu> tell(Message event) {
        boolean ofOthers = REPORT.equals(event.getHeader(PolygatorConstants.EVENT))
                && !SUBMITTER.equals(event.getHeader(PolygatorConstants.SUBMITTER));
        return ofOthers
                ? List.of()
                : Deliveries.of(event).map(delivery -> write(delivery, event)).orElse(List.of());
    }

    private List<UpstreamPdu> write(Delivery delivery, Message event) {
        return new DeliveryWriter(InterfaceVersion.V3_4, rules.deliveries(), reference(event))
                .write(delivery).stream().map(SmppUpstream::submit).toList();
    }

    /** Segments that are submitted once more must fit to those that arrived the first time. */
    private static ConcatReference reference(Message event) {
        String id = event.getHeader(PolygatorConstants.MESSAGE_ID, "", String.class);
        return ConcatReference.ofEightBits(Math.floorMod(id.hashCode(), ONE_OCTET));
    }

    private static UpstreamPdu submit(DeliverSm written) {
        Map<Integer, Octets> optional = written.optional().stream().collect(Collectors.toMap(Tlv::tag, Tlv::value));
        return new UpstreamPdu(
                "",
                written.source(),
                written.destination(),
                esmClass(written.esmClass()),
                0,
                0,
                0,
                written.dataCoding(),
                written.shortMessage(),
                optional);
    }

    private static int esmClass(int written) {
        return (written & TYPE) == 0 ? written : written & ~TYPE | ESME_DELIVERY_ACKNOWLEDGEMENT;
    }

    /**
     * Why a message was not taken, as the SMSC understands it in a response to deliver_sm: that this message will never
     * be taken (RX_R_APPN), or that it may be at another time (RX_T_APPN).
     */
    public static CommandStatus status(Throwable failure) {
        Throwable told = SmppRefusals.of(failure);
        boolean hopeless = told instanceof SmppRefusedException refused
                && !refused.status().isTemporary();
        return hopeless ? CommandStatus.RX_R_APPN : CommandStatus.RX_T_APPN;
    }
}

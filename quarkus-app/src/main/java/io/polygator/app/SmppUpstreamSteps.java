package io.polygator.app;

import io.polygator.camel.smpp.SmppUpstream;
import io.polygator.camel.smpp.UpstreamPdu;
import io.polygator.gsm.octets.Octets;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.EsmeAddress;
import io.polygator.smpp.esme.SmppRefusedException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.smpp.SmppConstants;
import org.apache.camel.component.smpp.SmppMessage;
import org.apache.camel.component.smpp.SmppSplitter;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.MessageRequest;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of the routes {@code smpp-upstream-outbound} and {@code smpp-upstream-inbound}: between camel-smpp, whose
 * messages and headers are known here only, and {@link SmppUpstream}.
 */
@RegisterForReflection
public final class SmppUpstreamSteps {
    private static final Logger LOG = LoggerFactory.getLogger(SmppUpstreamSteps.class);
    private static final byte NO_RECEIPT = 0;
    private static final int TAG_AND_LENGTH = 4;

    private final SmppUpstream upstream;

    public SmppUpstreamSteps(SmppUpstream upstream) {
        this.upstream = upstream;
    }

    /** Turns what the SMSC delivered into what {@code polygator:} sends. */
    public void receive(Exchange exchange) throws SmppRefusedException {
        // the command, since neither esm_class nor the octets of the text come through camel-smpp's headers and body
        SmppMessage received = exchange.getMessage(SmppMessage.class);
        upstream.send(read((AbstractSmCommand) received.getCommand()), received);
    }

    private static UpstreamPdu read(AbstractSmCommand command) {
        MessageRequest request = command instanceof MessageRequest deliverSm ? deliverSm : null;
        return new UpstreamPdu(
                text(command.getServiceType()),
                address(command.getSourceAddrTon(), command.getSourceAddrNpi(), command.getSourceAddr()),
                address(command.getDestAddrTon(), command.getDestAddrNpi(), command.getDestAddress()),
                command.getEsmClass() & 0xFF,
                request == null ? 0 : request.getProtocolId() & 0xFF,
                request == null ? 0 : request.getPriorityFlag() & 0xFF,
                command.getRegisteredDelivery() & 0xFF,
                command.getDataCoding() & 0xFF,
                request == null || request.getShortMessage() == null
                        ? Octets.empty()
                        : Octets.copyOf(request.getShortMessage()),
                optional(command.getOptionalParameters()));
    }

    private static EsmeAddress address(byte ton, byte npi, @Nullable String value) {
        return new EsmeAddress(ton & 0xFF, npi & 0xFF, text(value));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static Map<Integer, Octets> optional(OptionalParameter @Nullable [] parameters) {
        Map<Integer, Octets> octets = new HashMap<>();
        if (parameters != null) {
            for (OptionalParameter parameter : parameters) {
                Octets whole = Octets.copyOf(parameter.serialize());
                octets.putIfAbsent(parameter.tag & 0xFFFF, whole.slice(TAG_AND_LENGTH, whole.length()));
            }
        }
        return octets;
    }

    /** Answers deliver_sm with the reason why the message was not taken: a status that the SMSC acts on. */
    public void refuse(Exchange exchange) throws ProcessRequestException {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        CommandStatus status = SmppUpstream.status(failure);
        LOG.warn("A message of the upstream SMSC was refused with {}: {}", status, failure.getMessage());
        throw new ProcessRequestException("not taken", status.value(), failure);
    }

    /** What the SMSC is told of an event: a list of any length, to be split. */
    public List<UpstreamPdu> tell(Message event) {
        return upstream.tell(event);
    }

    /** Turns one PDU into what camel-smpp submits, so that it changes nothing. */
    public void submit(@Body UpstreamPdu pdu, Exchange exchange) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        addresses(pdu, message);
        message.setHeader(SmppConstants.SERVICE_TYPE, pdu.serviceType());
        message.setHeader(SmppConstants.ESM_CLASS, new ESMClass(pdu.esmClass()));
        message.setHeader(SmppConstants.PROTOCOL_ID, (byte) pdu.protocolId());
        message.setHeader(SmppConstants.PRIORITY_FLAG, (byte) pdu.priorityFlag());
        // left out it would be 1, and the SMSC would answer every message with a receipt that nobody waits for
        message.setHeader(SmppConstants.REGISTERED_DELIVERY, NO_RECEIPT);
        message.setHeader(SmppConstants.DATA_CODING, (byte) pdu.dataCoding());
        octets(pdu, exchange);
        Map<Short, Object> optional = new HashMap<>();
        pdu.optional().forEach((tag, value) -> optional.put(tag.shortValue(), value.toByteArray()));
        message.setHeader(SmppConstants.OPTIONAL_PARAMETER, optional);
    }

    private static void addresses(UpstreamPdu pdu, Message message) {
        message.setHeader(SmppConstants.SOURCE_ADDR_TON, (byte) pdu.source().ton());
        message.setHeader(SmppConstants.SOURCE_ADDR_NPI, (byte) pdu.source().npi());
        message.setHeader(SmppConstants.SOURCE_ADDR, pdu.source().value());
        message.setHeader(SmppConstants.DEST_ADDR_TON, (byte) pdu.destination().ton());
        message.setHeader(SmppConstants.DEST_ADDR_NPI, (byte) pdu.destination().npi());
        message.setHeader(SmppConstants.DEST_ADDR, pdu.destination().value());
    }

    /** camel-smpp reads the body now as octets and now as text; in Latin-1 both are the same, and it cuts nothing. */
    private static void octets(UpstreamPdu pdu, Exchange exchange) {
        exchange.setProperty(Exchange.CHARSET_NAME, StandardCharsets.ISO_8859_1.name());
        Message message = exchange.getMessage();
        message.setHeader(SmppConstants.ENCODING, StandardCharsets.ISO_8859_1.name());
        message.setHeader(
                SmppConstants.DATA_SPLITTER, new Uncut(pdu.shortMessage().length()));
        message.setBody(pdu.shortMessage().toByteArray());
    }

    /** Leaves each message in one piece: what has to be cut has been cut. */
    private static final class Uncut extends SmppSplitter {
        private static final int SHORT_MESSAGE = 254;

        Uncut(int octets) {
            super(SHORT_MESSAGE, SHORT_MESSAGE, octets);
        }
    }
}

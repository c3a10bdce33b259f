package io.polygator.camel.polygator;

import io.polygator.gateway.message.DeliveryReport;
import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gateway.message.Origin;
import io.polygator.gateway.message.SegmentStatus;
import io.polygator.gsm.modem.CallEvent;
import io.polygator.gsm.modem.UssdReply;
import java.util.Locale;
import org.apache.camel.Message;

/** Events as bodies and headers. */
public final class EventMapping {

    private EventMapping() {}

    /** Makes the message what a consumer's exchange says of the event. */
    public static void write(GatewayEvent event, Message message) {
        message.setHeader(PolygatorConstants.CHANNEL, event.channel());
        if (event instanceof GatewayEvent.Inbound inbound) {
            writeInbound(inbound.message(), message);
        } else if (event instanceof GatewayEvent.Report report) {
            writeReport(report.report(), message);
        } else if (event instanceof GatewayEvent.Call call) {
            writeCall(call.call(), message);
        } else if (event instanceof GatewayEvent.Ussd ussd) {
            name(message, "ussd");
            writeUssd(ussd.reply(), message);
            message.setHeader(PolygatorConstants.RECEIVED_AT, ussd.at());
        } else if (event instanceof GatewayEvent.ChannelChanged changed) {
            writeChannel(changed, message);
        } else if (event instanceof GatewayEvent.Unreadable unreadable) {
            writeUnreadable(unreadable, message);
        }
    }

    private static void writeInbound(InboundMessage inbound, Message message) {
        name(message, "inbound");
        message.setBody(
                inbound.data().isEmpty() ? inbound.text() : inbound.data().toByteArray());
        message.setHeader(PolygatorConstants.MESSAGE_ID, inbound.id().value());
        message.setHeader(PolygatorConstants.FROM, inbound.from());
        inbound.to().ifPresent(to -> message.setHeader(PolygatorConstants.TO, to));
        inbound.imsi().ifPresent(imsi -> message.setHeader(PolygatorConstants.IMSI, imsi));
        message.setHeader(PolygatorConstants.ALPHABET, lower(inbound.alphabet()));
        inbound.messageClass().ifPresent(number -> message.setHeader(PolygatorConstants.INBOUND_MESSAGE_CLASS, number));
        message.setHeader(PolygatorConstants.INBOUND_PROTOCOL_IDENTIFIER, inbound.protocolIdentifier());
        inbound.ports().ifPresent(ports -> {
            message.setHeader(PolygatorConstants.DESTINATION_PORT, ports.destination());
            message.setHeader(PolygatorConstants.SOURCE_PORT, ports.source());
        });
        message.setHeader(PolygatorConstants.SEGMENTS, inbound.segments());
        message.setHeader(PolygatorConstants.COMPLETE, inbound.complete());
        inbound.sentAt().ifPresent(at -> message.setHeader(PolygatorConstants.SENT_AT, at));
        message.setHeader(PolygatorConstants.RECEIVED_AT, inbound.receivedAt());
    }

    private static void writeReport(DeliveryReport report, Message message) {
        name(message, "report");
        message.setBody(report.status());
        message.setHeader(PolygatorConstants.MESSAGE_ID, report.id().value());
        message.setHeader(PolygatorConstants.TO, report.to());
        report.from().ifPresent(from -> message.setHeader(PolygatorConstants.FROM, from));
        writeOrigin(report.origin(), message);
        message.setHeader(PolygatorConstants.STATE, lower(report.state()));
        message.setHeader(
                PolygatorConstants.SEGMENTS, report.status().segments().size());
        message.setHeader(PolygatorConstants.POSSIBLE_DUPLICATE, possibleDuplicate(report.status()));
        report.status().error().ifPresent(error -> message.setHeader(PolygatorConstants.ERROR, error));
        message.setHeader(PolygatorConstants.FINALITY, lower(report.finality()));
        report.deliveryStatus().ifPresent(status -> message.setHeader(PolygatorConstants.STATUS, status.value()));
        message.setHeader(PolygatorConstants.RECEIVED_AT, report.at());
    }

    private static void writeOrigin(Origin origin, Message message) {
        origin.submitter().ifPresent(name -> message.setHeader(PolygatorConstants.SUBMITTER, name));
        origin.account().ifPresent(account -> message.setHeader(PolygatorConstants.ACCOUNT, account));
        origin.clientReference().ifPresent(name -> message.setHeader(PolygatorConstants.CLIENT_REFERENCE, name));
        origin.context().ifPresent(context -> message.setHeader(PolygatorConstants.CONTEXT, context));
    }

    /** Whether the recipient may have got any part of the message more than once. */
    static boolean possibleDuplicate(MessageStatus status) {
        return status.segments().stream().anyMatch(SegmentStatus::possibleDuplicate);
    }

    private static void writeCall(CallEvent call, Message message) {
        name(message, "call");
        message.setBody(call);
        message.setHeader(PolygatorConstants.CALL, lower(call.kind()));
        call.caller().ifPresent(caller -> message.setHeader(PolygatorConstants.FROM, caller));
        message.setHeader(PolygatorConstants.RECEIVED_AT, call.at());
    }

    private static void writeChannel(GatewayEvent.ChannelChanged changed, Message message) {
        name(message, "channel");
        message.setBody(changed.status());
        message.setHeader(PolygatorConstants.STATE_BEFORE, lower(changed.before()));
        message.setHeader(PolygatorConstants.STATE, lower(changed.status().state()));
        message.setHeader(PolygatorConstants.RECEIVED_AT, changed.at());
    }

    private static void writeUnreadable(GatewayEvent.Unreadable unreadable, Message message) {
        name(message, "unreadable");
        message.setBody(unreadable.raw());
        message.setHeader(PolygatorConstants.DEFECT, unreadable.defect());
        message.setHeader(PolygatorConstants.RECEIVED_AT, unreadable.at());
    }

    /** The answer to a USSD request, or a text that the network sent by itself. */
    static void writeUssd(UssdReply reply, Message message) {
        message.setBody(reply.text());
        message.setHeader(PolygatorConstants.USSD_STATUS, lower(reply.status()));
    }

    private static void name(Message message, String event) {
        message.setHeader(PolygatorConstants.EVENT, event);
    }

    /** The name of a constant as headers carry it. */
    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

package io.polygator.camel.kannel;

import io.polygator.camel.polygator.PolygatorConstants;
import io.polygator.gateway.message.DeliveryReport.Finality;
import io.polygator.gateway.message.MessageStatus;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.tpdu.DeliveryStatus;
import io.polygator.http.kannel.Dlr;
import io.polygator.http.kannel.DlrMemo;
import io.polygator.http.kannel.Dlrs;
import io.polygator.http.kannel.KannelEscapes;
import io.polygator.http.kannel.KannelEvent;
import io.polygator.http.kannel.WebAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The step of the route {@code kannel-dlr} that turns a delivery report into a call of the URL that its client gave. */
public final class KannelDlr {

    /** Makes the message the call; no header {@code CamelHttpUri} is left when nobody is to be told. */
    public void write(Message message) {
        Optional<URI> uri = DlrMemo.decode(message.getHeader(PolygatorConstants.CONTEXT, "", String.class))
                .flatMap(memo -> uri(memo, message));
        message.removeHeaders("*");
        message.setBody(null);
        uri.ifPresent(target -> {
            message.setHeader(Exchange.HTTP_METHOD, "GET");
            message.setHeader(Exchange.HTTP_URI, target.toString());
        });
    }

    private static Optional<URI> uri(DlrMemo memo, Message message) {
        MessageStatus status = message.getBody(MessageStatus.class);
        Finality finality = Finality.valueOf(message.getHeader(PolygatorConstants.FINALITY, "OPEN", String.class)
                .toUpperCase(Locale.ROOT));
        Optional<DeliveryStatus> reported = Optional.ofNullable(
                        message.getHeader(PolygatorConstants.STATUS, Integer.class))
                .map(DeliveryStatus::new);
        return Dlrs.of(status.state(), finality, status.reportRequested(), reported)
                .filter(memo::wants)
                .map(dlr -> WebAddress.parse(KannelEscapes.fill(memo.url(), event(dlr, memo, status, message))));
    }

    private static KannelEvent event(Dlr dlr, DlrMemo memo, MessageStatus status, Message message) {
        String told = dlr == Dlr.REJECTED ? dlr.text() + status.error().orElse("cancelled") : dlr.text();
        return new KannelEvent(
                Octets.copyOf(told.getBytes(StandardCharsets.UTF_8)),
                "UTF-8",
                0,
                dlr.value(),
                status.to(),
                memo.from(),
                message.getHeader(PolygatorConstants.CHANNEL, "", String.class),
                status.id().value(),
                memo.account(),
                memo.billing(),
                memo.metaData(),
                status.origin().account().orElse(""),
                OptionalInt.empty(),
                message.getHeader(PolygatorConstants.RECEIVED_AT, Instant.EPOCH, Instant.class));
    }
}

package io.polygator.camel.polygator;

import io.polygator.gateway.SmsGateway;
import io.polygator.gateway.SubmitRefusedException;
import io.polygator.gateway.account.Account;
import io.polygator.gateway.message.ChannelChoice;
import io.polygator.gateway.message.DialledNumber;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.InboundQuery;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.apache.camel.Message;

/** The operation about messages that came in. An exchange that names an account sees those that it claims. Thread-safe. */
final class InboundOperations {
    private final SmsGateway gateway;
    private final AccountRights rights;

    InboundOperations(SmsGateway gateway, AccountRights rights) {
        this.gateway = gateway;
        this.rights = rights;
    }

    /** The body becomes the list of messages. */
    CompletionStage<Void> list(Message message) throws SubmitRefusedException {
        return gateway.inbound(query(message), wanted(message)).thenAccept(page -> Paging.write(page, message));
    }

    private static InboundQuery query(Message message) {
        return new InboundQuery(
                Headers.text(message, PolygatorConstants.FROM),
                Headers.moment(message, PolygatorConstants.SINCE),
                Headers.moment(message, PolygatorConstants.UNTIL),
                Paging.after(message),
                Paging.limit(message));
    }

    private Predicate<InboundMessage> wanted(Message message) throws SubmitRefusedException {
        Optional<String> channel = Headers.text(message, PolygatorConstants.CHANNEL);
        Optional<String> to = Headers.text(message, PolygatorConstants.TO);
        Predicate<InboundMessage> asked = inbound ->
                channel.filter(name -> !name.equals(inbound.channel())).isEmpty()
                        && to.filter(number -> !isTo(number, inbound)).isEmpty();
        Optional<Account> account = rights.of(message);
        if (account.isEmpty()) {
            return asked;
        }
        InboundOwner owner =
                new InboundOwner(gateway, new ChannelChoice.All(), account.get().inbound());
        return asked.and(owner::claims);
    }

    private static boolean isTo(String number, InboundMessage message) {
        return message.to().filter(own -> DialledNumber.isSame(number, own)).isPresent();
    }
}

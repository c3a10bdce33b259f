package io.polygator.gateway;

import io.polygator.gateway.message.GatewayEvent;
import io.polygator.gateway.message.InboundMessage;
import io.polygator.gateway.message.Masked;

/** Why a handler failed, fit to be kept: handlers repeat what they were given. Pure functions. */
final class FailureReasons {
    private static final int LONGEST = 300;
    private static final int SHORTEST_HIDDEN = 5;

    private FailureReasons() {}

    /** The failure in words, without the numbers and the text of the event. */
    static String of(Throwable failure, GatewayEvent event) {
        String said = failure.toString();
        if (event instanceof GatewayEvent.Inbound inbound) {
            InboundMessage message = inbound.message();
            said = withoutNumber(withoutText(said, message.text()), message.from());
        } else if (event instanceof GatewayEvent.Report report) {
            said = withoutNumber(said, report.report().to());
        }
        return said.length() > LONGEST ? said.substring(0, LONGEST) : said;
    }

    private static String withoutText(String said, String text) {
        return text.isBlank() ? said : said.replace(text, Masked.text(text));
    }

    private static String withoutNumber(String said, String number) {
        String bare = number.startsWith("+") ? number.substring(1) : number;
        return bare.length() < SHORTEST_HIDDEN ? said : said.replace(bare, Masked.number(bare));
    }
}

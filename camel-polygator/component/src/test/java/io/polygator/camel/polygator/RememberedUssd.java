package io.polygator.camel.polygator;

import io.polygator.gateway.UssdSessions;
import io.polygator.gateway.message.UssdSession;
import io.polygator.gateway.message.UssdTurn;
import io.polygator.gsm.modem.UssdReply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Sessions in which the network asks until it is told 0; what is done is added to the list. */
record RememberedUssd(List<String> done) implements UssdSessions {

    @Override
    public CompletionStage<UssdTurn> open(String channel, String code, Optional<String> owner) {
        done.add("open " + channel + " " + code + " " + owner.orElse("-"));
        return asks(channel, code);
    }

    @Override
    public CompletionStage<UssdTurn> answer(String session, String text, Optional<String> owner) {
        done.add("answer " + session + " " + text + " " + owner.orElse("-"));
        return text.equals("0")
                ? CompletableFuture.completedStage(
                        new UssdTurn("g8-1", new UssdReply(UssdReply.Status.FINAL, "bye"), Optional.empty()))
                : asks("g8-1", text);
    }

    @Override
    public CompletionStage<Void> cancel(String session, Optional<String> owner) {
        done.add("cancel " + session + " " + owner.orElse("-"));
        return CompletableFuture.completedStage(null);
    }

    private static CompletionStage<UssdTurn> asks(String channel, String text) {
        return CompletableFuture.completedStage(new UssdTurn(
                channel,
                new UssdReply(UssdReply.Status.ACTION_REQUIRED, "asked by " + text),
                Optional.of(new UssdSession("abc", Instant.EPOCH))));
    }
}

package io.polygator.gateway.channel;

import io.polygator.gsm.modem.CallEvent;
import io.polygator.gsm.modem.ModemListener;
import io.polygator.gsm.modem.ModemStatus;
import io.polygator.gsm.modem.ReceivedTpdu;
import io.polygator.gsm.modem.SendOutcome;
import io.polygator.gsm.modem.UssdReply;
import io.polygator.gsm.transport.Loop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Carries what a modem tells over to the gateway's loop. */
record ModemEvents(GsmChannel channel, Loop loop, ChannelListener listener) implements ModemListener {

    @Override
    public void onStatus(ModemStatus status) {
        loop.execute(() -> channel.onModemStatus(status));
    }

    @Override
    public CompletionStage<Void> onReceived(ReceivedTpdu received) {
        CompletableFuture<Void> handled = new CompletableFuture<>();
        loop.execute(() -> {
            channel.count(received);
            listener.onReceived(channel, received).whenComplete((done, failure) -> {
                if (failure == null) {
                    handled.complete(null);
                } else {
                    handled.completeExceptionally(failure);
                }
            });
        });
        return handled;
    }

    @Override
    public void onLateOutcome(String token, SendOutcome outcome) {
        loop.execute(() -> listener.onLateOutcome(channel, token, outcome));
    }

    @Override
    public void onUssd(UssdReply reply) {
        loop.execute(() -> listener.onUssd(channel, reply));
    }

    @Override
    public void onCall(CallEvent event) {
        loop.execute(() -> listener.onCall(channel, event));
    }
}

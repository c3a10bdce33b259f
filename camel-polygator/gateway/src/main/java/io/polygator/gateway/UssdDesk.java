package io.polygator.gateway;

import io.polygator.gateway.channel.ChannelPool;
import io.polygator.gateway.channel.GsmChannel;
import io.polygator.gateway.message.UssdSession;
import io.polygator.gateway.message.UssdTurn;
import io.polygator.gsm.modem.UssdReply;
import io.polygator.gsm.modem.UssdReply.Status;
import io.polygator.gsm.transport.Loop;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The USSD sessions, at most one for each channel. Methods may be called from any thread; state on the gateway loop. */
final class UssdDesk implements UssdSessions {
    /** As long as a modem keeps a dialogue open. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int ID_OCTETS = 16;

    private final ChannelPool channels;
    private final Loop loop;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Dialogue> byChannel = new HashMap<>();

    UssdDesk(ChannelPool channels, Loop loop) {
        this.channels = channels;
        this.loop = loop;
    }

    /** A session; between an answer of ours and the network's next word it has no deadline of its own. */
    private static final class Dialogue {
        private final String id;
        private final GsmChannel channel;
        private final Optional<String> owner;
        private Loop.@Nullable Timer deadline;

        private Dialogue(String id, GsmChannel channel, Optional<String> owner) {
            this.id = id;
            this.channel = channel;
            this.owner = owner;
        }

        private boolean isOurTurn() {
            return deadline != null;
        }

        private void stopDeadline() {
            if (deadline != null) {
                deadline.cancel();
                deadline = null;
            }
        }
    }

    @Override
    public CompletionStage<UssdTurn> open(String channel, String code, Optional<String> owner) {
        Optional<GsmChannel> found = channels.find(channel);
        return found.isEmpty()
                ? CompletableFuture.failedFuture(unknownChannel(channel))
                : onLoop(() -> begin(found.get(), code, owner));
    }

    @Override
    public CompletionStage<UssdTurn> answer(String session, String text, Optional<String> owner) {
        return onLoop(() -> find(session, owner)
                .map(dialogue -> dialogue.isOurTurn()
                        ? turn(dialogue, text)
                        : CompletableFuture.<UssdTurn>failedStage(new UssdBusyException(
                                "an answer is on its way to the network already: wait for what it says")))
                .orElseGet(() -> CompletableFuture.failedStage(new UnknownUssdSessionException(session))));
    }

    @Override
    public CompletionStage<Void> cancel(String session, Optional<String> owner) {
        return onLoop(() -> find(session, owner)
                .map(dialogue -> {
                    end(dialogue);
                    return dialogue.channel.cancelUssd();
                })
                .orElseGet(() -> CompletableFuture.failedStage(new UnknownUssdSessionException(session))));
    }

    /** A request of one turn; not while somebody else's session has the channel. */
    CompletionStage<UssdReply> once(GsmChannel channel, String code) {
        return byChannel.containsKey(channel.name())
                ? CompletableFuture.failedStage(busy(channel))
                : channel.ussd(code);
    }

    /** The network has said something that nobody asked for: a dialogue, if there was one, is over. */
    void unasked(GsmChannel channel) {
        Optional.ofNullable(byChannel.get(channel.name()))
                .filter(Dialogue::isOurTurn)
                .ifPresent(this::end);
    }

    private CompletionStage<UssdTurn> begin(GsmChannel channel, String code, Optional<String> owner) {
        if (byChannel.containsKey(channel.name())) {
            return CompletableFuture.failedStage(busy(channel));
        }
        Dialogue dialogue = new Dialogue(newId(), channel, owner);
        byChannel.put(channel.name(), dialogue);
        return turn(dialogue, code);
    }

    private CompletionStage<UssdTurn> turn(Dialogue dialogue, String text) {
        dialogue.stopDeadline();
        return dialogue.channel
                .ussd(text)
                .whenCompleteAsync(
                        (reply, failure) -> {
                            if (failure != null || reply.status() != Status.ACTION_REQUIRED) {
                                end(dialogue);
                            }
                        },
                        loop)
                .thenApply(reply -> new UssdTurn(dialogue.channel.name(), reply, next(dialogue, reply)));
    }

    /** Empty when the dialogue is over, or was cancelled meanwhile. */
    private Optional<UssdSession> next(Dialogue dialogue, UssdReply reply) {
        if (reply.status() != Status.ACTION_REQUIRED || byChannel.get(dialogue.channel.name()) != dialogue) {
            return Optional.empty();
        }
        Instant endsAt = loop.instant().plus(PATIENCE);
        dialogue.deadline = loop.schedule(PATIENCE, () -> {
            end(dialogue);
            dialogue.channel.cancelUssd();
        });
        return Optional.of(new UssdSession(dialogue.id, endsAt));
    }

    private void end(Dialogue dialogue) {
        dialogue.stopDeadline();
        byChannel.remove(dialogue.channel.name(), dialogue);
    }

    private Optional<Dialogue> find(String session, Optional<String> owner) {
        return byChannel.values().stream()
                .filter(dialogue -> dialogue.id.equals(session))
                .filter(dialogue -> owner.isEmpty() || owner.equals(dialogue.owner))
                .findFirst();
    }

    private String newId() {
        byte[] octets = new byte[ID_OCTETS];
        random.nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }

    private IllegalArgumentException unknownChannel(String name) {
        return new IllegalArgumentException("there is no channel " + name + "; " + channels.describe());
    }

    private static UssdBusyException busy(GsmChannel channel) {
        return new UssdBusyException(
                "channel " + channel.name()
                        + " has a USSD session: answer or cancel it, or wait until it ends, a minute at most after its last word");
    }

    private <T> CompletionStage<T> onLoop(Supplier<CompletionStage<T>> action) {
        return CompletableFuture.completedStage(action).thenComposeAsync(Supplier::get, loop);
    }
}

package io.polygator.smpp.session;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.polygator.smpp.esme.BindStatus;
import io.polygator.smpp.esme.CommandStatus;
import io.polygator.smpp.esme.InterfaceVersion;
import io.polygator.smpp.wire.Command;
import io.polygator.smpp.wire.PduComposer;
import io.polygator.smpp.wire.PduHeader;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection from its first octet to its end: which PDU may come in which state (SMPP 3.4 §2.2 and §4), and who
 * handles it. Behind a {@link FrameDecoder}. Loop only unless said otherwise.
 */
final class SmppSession extends ChannelInboundHandlerAdapter {
    private static final Logger log = LoggerFactory.getLogger(SmppSession.class);
    private static final Duration BEFORE_CLOSING_A_REFUSED_BIND = Duration.ofSeconds(1);

    private final SessionContext context;
    private final FrameDecoder frames;
    private final Connection connection;
    private final Sequence sequence = new Sequence(0);
    private final Countdown init;
    private final Countdown rest;
    private final Countdown stall;
    private final long number;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private State state = State.OPEN;
    private boolean refused;
    private long framesAtRest;
    /** What waits for the windows to run dry. */
    private @Nullable Runnable afterWork;
    /** Set on the loop and read by whoever asks how the session does. */
    private volatile @Nullable Bound bound;

    private enum State {
        OPEN,
        /** The authenticator is thinking. */
        BINDING,
        /** Refused, or out of step: nothing is heard any more. */
        DEAF,
        BOUND,
        /** The peer has asked to unbind; its submissions are still being answered. */
        UNBINDING,
        /** We want to unbind and let the windows run dry first. */
        DRAINING,
        /** We have asked to unbind. */
        LEAVING,
        CLOSED
    }

    SmppSession(SessionContext context, long number, FrameDecoder frames, Connection connection) {
        this.context = context;
        this.number = number;
        this.frames = frames;
        this.connection = connection;
        SessionTimers timers = context.timers();
        this.init = new Countdown(connection, timers.init(), () -> end("no bind within " + timers.init()));
        this.rest = new Countdown(connection, timers.read(), this::restIsMissing);
        this.stall = new Countdown(
                connection, timers.writeStall(), () -> end("the peer reads nothing for " + timers.writeStall()));
    }

    /** Completes when the connection is gone. Any thread. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    /** Whether its bind was refused. */
    boolean isRefused() {
        return refused;
    }

    /** How a bound session does. Any thread. */
    Optional<BindStatus> status() {
        return Optional.ofNullable(bound).map(Bound::status);
    }

    // What Netty tells.

    @Override
    public void channelActive(ChannelHandlerContext unused) {
        init.restart();
    }

    @Override
    public void channelRead(ChannelHandlerContext unused, Object message) {
        if (message instanceof byte[] frame) {
            onFrame(PduHeader.of(frame), frame);
        } else {
            onBrokenFrame();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext unused) {
        if (!frames.isWithinFrame()) {
            rest.stop();
        } else if (!rest.isRunning() || frames.frames() != framesAtRest) {
            framesAtRest = frames.frames();
            rest.restart();
        }
    }

    private void restIsMissing() {
        if (connection.isReading()) {
            end("the rest of a PDU did not come within " + context.timers().read());
        } else {
            rest.restart();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext unused) {
        boolean writable = connection.isWritable();
        connection.read(writable);
        if (writable) {
            stall.stop();
        } else {
            stall.restart();
        }
        Bound now = bound;
        if (now != null) {
            now.reading(writable);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext unused) {
        state = State.CLOSED;
        init.stop();
        rest.stop();
        stall.stop();
        Bound last = bound;
        bound = null;
        if (last != null) {
            last.close();
            log.info("{} unbound from {}", last.esme().systemId(), connection.remote());
        }
        boolean first = ended.complete(null);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext unused, Throwable failure) {
        Throwable cause = failure.getCause() instanceof SSLException ? failure.getCause() : failure;
        if (cause instanceof IOException) {
            end("the connection broke: " + cause.getMessage());
        } else {
            log.error("Session {} of {} failed; it is closed", number, connection.remote(), failure);
            connection.close();
        }
    }

    private void end(String reason) {
        if (state != State.CLOSED) {
            log.info("Session {} of {} is closed: {}", number, connection.remote(), reason);
            connection.close();
        }
    }

    // What the peer says.

    private void onBrokenFrame() {
        if (state == State.DEAF) {
            return;
        }
        state = State.DEAF;
        log.info("Session {} of {} sent a command_length that cannot be", number, connection.remote());
        connection.send(PduComposer.genericNack(CommandStatus.RINVCMDLEN, 0));
        connection.closeAfterSending();
    }

    private void onFrame(PduHeader header, byte[] frame) {
        if (state == State.DEAF || state == State.CLOSED) {
            return;
        }
        Bound now = bound;
        if (now != null) {
            now.heard(header);
        }
        if (header.isResponse()) {
            onResponse(header);
            return;
        }
        Optional<Command> command = Command.ofId(header.commandId());
        if (command.isPresent()) {
            onRequest(command.get(), header, frame);
        } else {
            connection.send(PduComposer.genericNack(CommandStatus.RINVCMDID, header.sequence()));
        }
    }

    private void onResponse(PduHeader header) {
        Bound now = bound;
        if (state == State.LEAVING && header.commandId() == Command.UNBIND.responseId()) {
            connection.closeAfterSending();
        } else if (now != null) {
            now.onResponse(header);
        }
    }

    private void onRequest(Command command, PduHeader header, byte[] frame) {
        switch (command) {
            case ENQUIRE_LINK ->
                connection.send(PduComposer.header(command.responseId(), CommandStatus.ROK, header.sequence()));
            case BIND_TRANSMITTER, BIND_RECEIVER, BIND_TRANSCEIVER -> onBind(command, header, frame);
            case UNBIND -> onUnbind(header);
            case SUBMIT_SM, SUBMIT_MULTI, DATA_SM, QUERY_SM, CANCEL_SM, REPLACE_SM -> onWork(command, header, frame);
            case BROADCAST_SM, QUERY_BROADCAST_SM, CANCEL_BROADCAST_SM -> onBroadcast(command, header);
            case DELIVER_SM -> connection.send(PduComposer.genericNack(CommandStatus.RINVCMDID, header.sequence()));
            // They have no response, and mean nothing to a service centre.
            case OUTBIND, ALERT_NOTIFICATION -> log.debug("Session {}: {} is ignored", number, command);
        }
    }

    private void onWork(Command command, PduHeader header, byte[] frame) {
        Bound now = bound;
        if (now != null && state == State.BOUND && now.esme().bindType().submits()) {
            now.desk().handle(command, header.sequence(), frame);
        } else {
            CommandStatus status = state == State.DRAINING ? CommandStatus.RSYSERR : CommandStatus.RINVBNDSTS;
            connection.send(Responses.error(command, status, header.sequence()));
        }
    }

    private void onBroadcast(Command command, PduHeader header) {
        Bound now = bound;
        if (now != null && now.esme().version() == InterfaceVersion.V5_0) {
            connection.send(Responses.error(command, CommandStatus.RPROHIBITED, header.sequence()));
        } else {
            connection.send(PduComposer.genericNack(CommandStatus.RINVCMDID, header.sequence()));
        }
    }

    // Binding.

    private void onBind(Command command, PduHeader header, byte[] frame) {
        if (state != State.OPEN) {
            connection.send(Responses.error(command, CommandStatus.RALYBND, header.sequence()));
            return;
        }
        state = State.BINDING;
        new Binding(context, connection, command, header.sequence(), number)
                .decide(frame)
                .thenAccept(outcome -> connection.onLoop(() -> onDecided(outcome)));
    }

    private void onDecided(Binding.Outcome outcome) {
        if (outcome instanceof Binding.Outcome.Welcome welcome) {
            onWelcome(welcome);
        } else if (state == State.BINDING && outcome instanceof Binding.Outcome.Refusal refusal) {
            onRefusal(refusal);
        }
    }

    private void onWelcome(Binding.Outcome.Welcome welcome) {
        if (state != State.BINDING) {
            welcome.account().releaseBind(); // it has gone, or we have, while the authenticator was thinking
            return;
        }
        state = State.BOUND;
        init.stop();
        frames.allow(context.limits().frame());
        Bound now = new Bound(connection, context, sequence, welcome, this::afterWork, this::end, this::drain);
        bound = now;
        log.info("{} bound as {} from {}", now.esme().systemId(), now.esme().bindType(), connection.remote());
        connection.send(welcome.response(), () -> {
            if (state != State.CLOSED) {
                now.open();
            }
        });
    }

    private void onRefusal(Binding.Outcome.Refusal refusal) {
        state = State.DEAF;
        refused = true;
        log.warn("A bind of {} from {} was refused with {}", refusal.systemId(), connection.remote(), refusal.status());
        connection.send(refusal.response());
        var unused = connection.schedule(BEFORE_CLOSING_A_REFUSED_BIND, connection::close);
    }

    // Unbinding.

    private void onUnbind(PduHeader header) {
        switch (state) {
            case BOUND, DRAINING -> {
                state = State.UNBINDING;
                stopReceiving();
                unbindWhenAnswered(header.sequence());
                var unused = connection.schedule(
                        context.timers().response(), () -> end("its submissions were not answered in time"));
            }
            case LEAVING -> {
                respondToUnbind(CommandStatus.ROK, header.sequence());
                connection.closeAfterPeer();
            }
            case UNBINDING -> respondToUnbind(CommandStatus.RINVBNDSTS, header.sequence());
            default -> {
                respondToUnbind(CommandStatus.RINVBNDSTS, header.sequence());
                connection.closeAfterSending();
            }
        }
    }

    private void respondToUnbind(CommandStatus status, int number) {
        connection.send(PduComposer.header(Command.UNBIND.responseId(), status, number));
    }

    private void stopReceiving() {
        Bound now = bound;
        if (now != null) {
            now.stopReceiving();
        }
    }

    private void unbindWhenAnswered(int unbindSequence) {
        afterWork = () -> {
            Bound now = bound;
            if (now != null && now.desk().unanswered() == 0) {
                afterWork = null;
                respondToUnbind(CommandStatus.ROK, unbindSequence);
                connection.closeAfterPeer();
            }
        };
        afterWork();
    }

    /** Something has been answered or acknowledged. */
    private void afterWork() {
        Runnable action = afterWork;
        if (action != null) {
            action.run();
        }
    }

    /** Ends the session from our side: lets the windows run dry, unbinds, closes; all within the time. Any thread. */
    void requestDrain(Duration atMost) {
        connection.later(() -> drain(atMost));
    }

    private void drain(Duration atMost) {
        if (state != State.BOUND) {
            if (state == State.OPEN || state == State.BINDING || state == State.DEAF) {
                connection.close();
            }
            return;
        }
        state = State.DRAINING;
        stopReceiving();
        var unused = connection.schedule(atMost, () -> end("it did not unbind within " + atMost));
        afterWork = () -> {
            Bound now = bound;
            if (state == State.DRAINING && now != null && now.isIdle()) {
                afterWork = null;
                state = State.LEAVING;
                connection.send(PduComposer.header(Command.UNBIND.id(), CommandStatus.ROK, sequence.next()));
            }
        };
        afterWork();
    }

    private void drain() {
        drain(context.timers().response());
    }
}

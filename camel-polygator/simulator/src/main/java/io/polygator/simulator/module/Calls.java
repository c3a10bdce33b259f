package io.polygator.simulator.module;

import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.virtualmodem.AtServer;
import io.polygator.gsm.virtualmodem.VirtualCalls;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one voice call that a module may have. */
final class Calls implements VirtualCalls {
    private static final Duration RING_PERIOD = Duration.ofSeconds(5);
    private static final int INCOMING = 4;
    private static final int ACTIVE = 0;

    private final Loop loop;
    private final Supplier<AtServer> server;
    private Optional<Call> call = Optional.empty();
    private Loop.@Nullable Timer ringing;

    Calls(Loop loop, Supplier<AtServer> server) {
        this.loop = loop;
        this.server = server;
    }

    void ring(Optional<String> caller) {
        if (call.isEmpty()) {
            call = Optional.of(new Call(CallDirection.TO_MODULE, INCOMING, caller));
            ringOnce();
        }
    }

    void callerHangsUp() {
        if (call.isPresent()) {
            hangUp();
            server.get().unsolicited("NO CARRIER");
        }
    }

    private void ringOnce() {
        server.get().ring(call.flatMap(Call::number));
        ringing = loop.schedule(RING_PERIOD, this::ringOnce);
    }

    @Override
    public FinalResult dial(String number) {
        return new FinalResult.Call("NO CARRIER");
    }

    @Override
    public FinalResult answer() {
        if (call.isEmpty()) {
            return new FinalResult.Call("NO CARRIER");
        }
        stopRinging();
        call = call.map(incoming -> new Call(incoming.direction(), ACTIVE, incoming.number()));
        return new FinalResult.Ok();
    }

    @Override
    public void hangUp() {
        stopRinging();
        call = Optional.empty();
    }

    @Override
    public List<Call> current() {
        return call.stream().toList();
    }

    private void stopRinging() {
        if (ringing != null) {
            ringing.cancel();
            ringing = null;
        }
    }
}

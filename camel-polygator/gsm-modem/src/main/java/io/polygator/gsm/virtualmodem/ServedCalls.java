package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calls that ring at a {@link ServedModem}, which may stand for several lines. Clients hear them ring until they end,
 * or until one of them hangs up: then they ring no more here, while the caller hears the line ring on. There is no sound,
 * so that none is taken and none is made. Loop only.
 */
public final class ServedCalls implements VirtualCalls {
    /** From one RING to the next, as the network has it. */
    static final Duration RING_EVERY = Duration.ofSeconds(5);
    /** After this a call that nobody took is over at any network; its end may not have been told. */
    static final Duration LONGEST = Duration.ofMinutes(1);

    private static final String NO_CARRIER = "NO CARRIER";
    /** The call state of 3GPP TS 27.007 §7.18. */
    private static final int INCOMING = 4;

    private final Loop loop;
    private final Map<String, Ringing> ringing = new LinkedHashMap<>();
    private Optional<ModemPort> port = Optional.empty();

    public ServedCalls(Loop loop) {
        this.loop = loop;
    }

    /** One call, and when it rings next. */
    private record Ringing(Optional<String> caller, Instant since, Loop.Timer next) {}

    /** Lets the clients of the port hear it. */
    public void ringAt(ModemPort clients) {
        port = Optional.of(clients);
    }

    /**
     * A call begins to ring.
     *
     * @param line which has one call at a time
     * @param caller nothing when withheld
     */
    public void rings(String line, Optional<String> caller) {
        forget(line);
        ring(line, caller, loop.instant());
    }

    /** The line's call is over, whoever ended it; nothing is said when none rings here. */
    public void ended(String line) {
        if (forget(line)) {
            port.ifPresent(clients -> clients.unsolicited(NO_CARRIER));
        }
    }

    private void ring(String line, Optional<String> caller, Instant since) {
        Loop.Timer next = loop.schedule(RING_EVERY, () -> goOn(line));
        ringing.put(line, new Ringing(caller, since, next));
        port.ifPresent(clients -> clients.ring(caller));
    }

    private void goOn(String line) {
        Ringing call = ringing.get(line);
        if (call == null) {
            return;
        }
        if (Duration.between(call.since, loop.instant()).compareTo(LONGEST) >= 0) {
            ended(line);
        } else {
            ring(line, call.caller, call.since);
        }
    }

    private boolean forget(String line) {
        Ringing call = ringing.remove(line);
        if (call != null) {
            call.next.cancel();
        }
        return call != null;
    }

    @Override
    public FinalResult dial(String number) {
        return new FinalResult.Call(NO_CARRIER);
    }

    /** It cannot be taken, which ends it as a failure does. */
    @Override
    public FinalResult answer() {
        hangUp();
        return new FinalResult.Call(NO_CARRIER);
    }

    @Override
    public void hangUp() {
        List.copyOf(ringing.keySet()).forEach(this::forget);
    }

    @Override
    public List<Call> current() {
        return ringing.values().stream()
                .map(call -> new Call(CallDirection.TO_MODULE, INCOMING, call.caller))
                .toList();
    }
}

package io.polygator.simulator.module;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.virtualmodem.AtOutput;
import io.polygator.simulator.fault.Fault;
import io.polygator.simulator.fault.Fault.Occasion;
import io.polygator.simulator.fault.FaultSource;
import java.time.Duration;
import java.util.Optional;

/** A module's voice, with all the ways in which real modules garble their lines. */
final class FaultyOutput implements AtOutput {
    private static final String CROSSING = "+CIEV: 2,4";
    private static final Duration LATE_PROMPT = Duration.ofSeconds(7);

    private final Loop loop;
    private final Uart uart;
    private final FaultSource faults;
    private final Personality personality;
    private Optional<Fault> sendFault = Optional.empty();

    FaultyOutput(Loop loop, Uart uart, FaultSource faults, Personality personality) {
        this.loop = loop;
        this.uart = uart;
        this.faults = faults;
        this.personality = personality;
    }

    /** What goes wrong with the message that is being sent. */
    void beginSend(Optional<Fault> fault) {
        sendFault = fault;
    }

    @Override
    public void echo(byte[] bytes) {
        uart.write(bytes);
    }

    @Override
    public void information(String text) {
        line(text);
        if (text.startsWith("+CMGS") && isSendFault(Fault.CROSSING_URC)) {
            unsolicited(CROSSING);
        }
    }

    @Override
    public void finalResult(String text) {
        line(text);
    }

    @Override
    public void unsolicited(String text) {
        String accented = personality.accent(text);
        if (faults.draw(Occasion.URC).isPresent()) {
            send("\r\n" + accented);
        } else {
            line(accented);
        }
    }

    @Override
    public void prompt() {
        if (isSendFault(Fault.NO_PROMPT)) {
            return;
        }
        if (isSendFault(Fault.LINK_CUT_AT_PROMPT)) {
            uart.cut();
        } else if (isSendFault(Fault.LATE_PROMPT)) {
            loop.schedule(LATE_PROMPT, this::promptNow);
        } else {
            promptNow();
        }
    }

    @Override
    public void hangUp() {
        uart.cut();
    }

    private void promptNow() {
        send(promptText());
        if (isSendFault(Fault.CROSSING_URC)) {
            unsolicited(CROSSING);
        }
    }

    private String promptText() {
        Optional<Fault> fault = faults.draw(Occasion.PROMPT);
        if (fault.equals(Optional.of(Fault.BARE_PROMPT))) {
            return ">";
        }
        return fault.equals(Optional.of(Fault.PROMPT_WITH_LINE_END)) ? "\r\n>\r\n" : "\r\n> ";
    }

    private void line(String text) {
        Optional<Fault> fault = faults.draw(Occasion.LINE);
        if (fault.isEmpty()) {
            send("\r\n" + text + "\r\n");
            return;
        }
        switch (fault.get()) {
            case LINE_FEED_ONLY -> send("\n" + text.replace("\r\n", "\n") + "\n");
            case DOUBLE_CARRIAGE_RETURN -> send("\r\n" + text.replace("\r\n", "\r\r\n") + "\r\r\n");
            case NUL_BYTE -> send("\0\r\n" + text + "\r\n");
            default -> send("\r\n" + text + "\r\n");
        }
    }

    private boolean isSendFault(Fault fault) {
        return sendFault.equals(Optional.of(fault));
    }

    private void send(String text) {
        uart.write(text.getBytes(ISO_8859_1));
    }
}

package io.polygator.gsm.virtualmodem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.sms.tpdu.MessageReference;
import io.polygator.gsm.sms.tpdu.SmsAddress;
import io.polygator.gsm.sms.tpdu.TpduDecodeException;
import io.polygator.gsm.transport.Link;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkException;
import io.polygator.gsm.transport.LinkListener;
import io.polygator.gsm.transport.memory.ManualLoop;
import io.polygator.gsm.transport.memory.MemoryNetwork;
import io.polygator.gsm.virtualmodem.MessageStorage.MessageStatus;
import io.polygator.gsm.virtualmodem.MessageStorage.StoredMessage;
import io.polygator.gsm.virtualmodem.VirtualRadio.NetworkOperator;
import io.polygator.gsm.virtualmodem.VirtualRadio.Registration;
import io.polygator.gsm.virtualmodem.VirtualRadio.SignalQuality;
import io.polygator.gsm.virtualmodem.VirtualRadio.Submission;
import io.polygator.gsm.virtualmodem.VirtualRadio.SubmitResult;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A port with an owner on the bench, and programs that connect to it. */
final class PortBench implements ModemOwner {
    static final String ADDRESS = "memory:9101";
    static final Duration SEND_TIME = Duration.ofSeconds(2);

    final ManualLoop loop = new ManualLoop();
    final MemoryNetwork network = new MemoryNetwork(loop);
    final MessageSlots storage = new MessageSlots(1, 25);
    /** The same as the clients see it. */
    final StubbornStorage shown = new StubbornStorage(storage);

    final List<Submission> submitted = new ArrayList<>();
    final List<DeliveryResult> delivered = new ArrayList<>();
    final List<String> ussd = new ArrayList<>();
    final ServedCalls calls = new ServedCalls(loop);
    final ModemPort port;
    SubmitResult outcome = new SubmitResult.Accepted(new MessageReference(7));
    Optional<SmsAddress> smsc = Optional.of(SmsAddress.ofDestination("+380500000500"));
    Registration registration = new Registration(1, "0A1B", "0001");

    PortBench() {
        this(AtServerSettings.forClients());
    }

    PortBench(AtServerSettings settings) {
        this(settings, 4);
    }

    PortBench(AtServerSettings settings, int mostClients) {
        ServedModem modem = new ServedModem(this, shown, calls);
        port = new ModemPort(loop, modem, CommandSet.forClients(), settings, mostClients);
        calls.ringAt(port);
        try {
            network.acceptor(ADDRESS).listen(port::accept);
        } catch (LinkException e) {
            throw new AssertionError(e);
        }
    }

    Client connect() {
        Client client = new Client();
        network.transport(ADDRESS).connect(client);
        loop.runPending();
        return client;
    }

    /** What is said when this is typed, and until it has shown whether the client looks into the storage. */
    String settled(Client client, String typed) {
        String said = client.type(typed);
        loop.advance(StorageLooks.SETTLING);
        return said + client.heard();
    }

    void deliver(String pdu) {
        port.deliver(IncomingTpdu.of(frame(pdu)), delivered::add);
        loop.runPending();
    }

    /** Puts it into the storage itself, as the owner of a durable one does. */
    void announce(String pdu) {
        int slot = storage.freeSlot().orElseThrow();
        storage.load(new StoredMessage(slot, MessageStatus.RECEIVED_UNREAD, frame(pdu)));
        port.announce(storage.message(slot).orElseThrow());
        loop.runPending();
    }

    static PduModeFrame frame(String pdu) {
        try {
            return PduModeFrame.parse(pdu);
        } catch (TpduDecodeException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public ModemValues values() {
        return new ModemValues(
                new ModuleIdentity("Quectel_Ltd", "Quectel_M10", "M10R04A02M32", "359587010000001"),
                "255010000000001",
                "8938003991234567890",
                Optional.of("+380501111111"),
                registration,
                new SignalQuality(21, 0),
                Optional.of(new NetworkOperator("Demo", "25501")),
                smsc);
    }

    @Override
    public Optional<FinalResult> obstacleToSending() {
        return Optional.empty();
    }

    @Override
    public void submit(Submission submission, Consumer<SubmitResult> result) {
        submitted.add(submission);
        loop.schedule(SEND_TIME, () -> result.accept(outcome));
    }

    @Override
    public Optional<FinalResult> requestUssd(String text) {
        ussd.add(text);
        return Optional.empty();
    }

    @Override
    public void cancelUssd() {}

    /** A program at the other end of a link. */
    final class Client implements LinkListener {
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
        private @Nullable Link link;
        boolean closed;

        /** What is said when this is typed. */
        String type(String typed) {
            Link open = link;
            if (open == null) {
                throw new AssertionError("not connected");
            }
            open.write(typed.getBytes(ISO_8859_1));
            loop.runPending();
            return heard();
        }

        /** The same once a message has had its time. */
        String send(String typed) {
            String said = type(typed);
            loop.advance(SEND_TIME);
            return said + heard();
        }

        String heard() {
            String text = heard.toString(ISO_8859_1);
            heard.reset();
            return text;
        }

        void leave() {
            Link open = link;
            if (open != null) {
                open.close();
                loop.runPending();
            }
        }

        @Override
        public void onOpen(Link opened) {
            link = opened;
        }

        @Override
        public void onBytes(byte[] bytes) {
            heard.writeBytes(bytes);
        }

        @Override
        public void onClosed(LinkClosed reason) {
            closed = true;
        }
    }
}

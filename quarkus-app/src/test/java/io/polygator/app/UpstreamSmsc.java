package io.polygator.app;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** A central SMSC on jSMPP's server session; keeps what is submitted to it. */
final class UpstreamSmsc implements AutoCloseable {
    private static final long PATIENCE = 20_000;

    private final SMPPServerSessionListener listener;
    private final List<SubmitSm> submitted = new CopyOnWriteArrayList<>();
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final List<SMPPServerSession> receivers = new CopyOnWriteArrayList<>();
    private final List<String> systemIds = new CopyOnWriteArrayList<>();

    private volatile boolean refusing;

    private UpstreamSmsc(SMPPServerSessionListener listener, boolean refusing) {
        this.listener = listener;
        this.refusing = refusing;
    }

    static UpstreamSmsc listen(int port) throws IOException {
        return listen(port, false);
    }

    /** Refuses every bind with ESME_RINVPASWD. */
    static UpstreamSmsc refusing(int port) throws IOException {
        return listen(port, true);
    }

    private static UpstreamSmsc listen(int port, boolean refusing) throws IOException {
        UpstreamSmsc smsc = new UpstreamSmsc(new SMPPServerSessionListener(port), refusing);
        smsc.listener.setMessageReceiverListener(smsc.requests());
        Thread thread = new Thread(smsc::accept, "upstream-smsc");
        thread.setDaemon(true);
        thread.start();
        return smsc;
    }

    /** Takes submit_sm; nothing else is ever asked. */
    private ServerMessageReceiverListener requests() {
        return (ServerMessageReceiverListener) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ServerMessageReceiverListener.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("onAcceptSubmitSm")) {
                        throw new AssertionError("nobody asks for " + method.getName());
                    }
                    submitted.add((SubmitSm) arguments[0]);
                    return new SubmitSmResult(
                            new MessageId(Integer.toString(submitted.size())), new OptionalParameter[0]);
                });
    }

    private void accept() {
        try {
            while (true) {
                answerBind(listener.accept());
            }
        } catch (IOException closed) {
            sessions.forEach(SMPPServerSession::close);
        }
    }

    private void answerBind(SMPPServerSession session) {
        session.setTransactionTimer(PATIENCE);
        sessions.add(session);
        try {
            BindRequest bind = session.waitForBind(PATIENCE);
            systemIds.add(bind.getSystemId() + "/" + bind.getPassword());
            if (refusing) {
                bind.reject(SMPPConstant.STAT_ESME_RINVPASWD);
                return;
            }
            bind.accept("smsc", InterfaceVersion.IF_34);
            if (bind.getBindType() == BindType.BIND_RX) {
                receivers.add(session);
            }
        } catch (IllegalStateException | TimeoutException | PDUStringException | IOException gone) {
            // Who hung up, or was hung up on, before it was bound comes again.
            session.close();
        }
    }

    void refuseNoMore() {
        refusing = false;
    }

    List<SubmitSm> submitted() {
        return List.copyOf(submitted);
    }

    /** Who has bound, with the password. */
    List<String> credentials() {
        return List.copyOf(systemIds);
    }

    boolean hasReceiver() {
        return !receivers.isEmpty();
    }

    /** Delivers to the newest receiver, wants a receipt, and comes back when it has answered. */
    void deliver(String to, int esmClass, int dataCoding, byte[] octets, OptionalParameter... optional)
            throws Exception {
        receivers
                .get(receivers.size() - 1)
                .deliverShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        "Bank",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        to,
                        new ESMClass(esmClass),
                        (byte) 0,
                        (byte) 0,
                        new RegisteredDelivery(1),
                        DataCodings.newInstance((byte) dataCoding),
                        octets,
                        optional);
    }

    /** Hangs up without a word. */
    void hangUp() {
        receivers.clear();
        sessions.forEach(SMPPServerSession::close);
        sessions.clear();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        hangUp();
    }
}

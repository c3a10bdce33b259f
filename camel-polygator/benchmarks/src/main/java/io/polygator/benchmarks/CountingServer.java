package io.polygator.benchmarks;

import io.polygator.simulator.programs.FreePort;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** jSMPP's server: lets everybody bind, counts submit_sm, and does with each what it is told to. */
final class CountingServer implements SmppServers.Running, ServerMessageReceiverListener {
    private static final long BIND_MILLIS = 10_000;

    private final SMPPServerSessionListener listener;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "counting-server");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicLong count = new AtomicLong();
    private final Keeping keeping;

    /** What becomes of a message before it is answered. */
    @FunctionalInterface
    interface Keeping {
        void keep(SubmitSm submit) throws IOException, InterruptedException;
    }

    /**
     * A server whose threads each keep one message after the other.
     *
     * @param degree how many messages of a bind are worked at
     */
    CountingServer(Keeping keeping, int degree) throws IOException {
        this.keeping = keeping;
        listener = new SMPPServerSessionListener(FreePort.any());
        listener.setPduProcessorDegree(degree);
        listener.setMessageReceiverListener(this);
        threads.execute(this::accept);
    }

    private void accept() {
        try {
            while (!threads.isShutdown()) {
                SMPPServerSession session = listener.accept();
                threads.execute(() -> letIn(session));
            }
        } catch (IOException e) {
            threads.shutdown(); // closed
        }
    }

    private static void letIn(SMPPServerSession session) {
        try {
            session.waitForBind(BIND_MILLIS).accept("BARE");
        } catch (IOException | TimeoutException | PDUStringException e) {
            session.close();
        }
    }

    @Override
    public int port() {
        return listener.getPort();
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm submit, SMPPServerSession session) throws ProcessRequestException {
        try {
            keeping.keep(submit);
            return new SubmitSmResult(new MessageId(Long.toString(count.incrementAndGet())), new OptionalParameter[0]);
        } catch (PDUStringException e) {
            throw new ProcessRequestException("no id", SMPPConstant.STAT_ESME_RSYSERR, e);
        } catch (IOException e) {
            throw new ProcessRequestException("not kept", SMPPConstant.STAT_ESME_RSYSERR, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessRequestException("closed", SMPPConstant.STAT_ESME_RSYSERR, e);
        }
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti submit, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session session) throws ProcessRequestException {
        throw unknown();
    }

    private static ProcessRequestException unknown() {
        return new ProcessRequestException("only submit_sm is counted", SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}

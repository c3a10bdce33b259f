package io.polygator.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;

/** jSMPP's client session, as Java programs use it: a thread for each place in the window, which waits for its answer. */
final class JsmppClient implements SmppLoad {
    private static final long PATIENCE_MILLIS = 60_000;

    private final List<SMPPSession> sessions = new ArrayList<>();
    private final int window;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "jsmpp-client");
        thread.setDaemon(true);
        return thread;
    });

    private JsmppClient(int window) {
        this.window = window;
    }

    static JsmppClient bind(int port, int count, int window) throws IOException {
        JsmppClient client = new JsmppClient(window);
        for (int number = 0; number < count; number++) {
            SMPPSession session = new SMPPSession();
            session.setTransactionTimer(PATIENCE_MILLIS);
            session.connectAndBind(
                    "127.0.0.1",
                    port,
                    new BindParameter(
                            BindType.BIND_TRX,
                            "demo",
                            "demo",
                            "",
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            null));
            client.sessions.add(session);
        }
        return client;
    }

    @Override
    public long[] run(long runNanos) throws IOException {
        long begun = System.nanoTime();
        List<Future<long[]>> runs = new ArrayList<>();
        for (int bind = 0; bind < sessions.size(); bind++) {
            for (int place = 0; place < window; place++) {
                runs.add(threads.submit(submits(bind, begun + runNanos)));
            }
        }
        Times all = new Times();
        for (Future<long[]> run : runs) {
            for (long time : times(run)) {
                all.add(time);
            }
        }
        return all.all();
    }

    private Callable<long[]> submits(int bind, long end) {
        SMPPSession session = sessions.get(bind);
        String destination = Long.toString(SmppClient.FIRST_NUMBER + bind);
        return () -> {
            Times times = new Times();
            for (long sent = System.nanoTime(); sent < end; sent = System.nanoTime()) {
                submit(session, destination);
                long answered = System.nanoTime();
                if (answered < end) {
                    times.add(answered - sent);
                }
            }
            return times.all();
        };
    }

    private static void submit(SMPPSession session, String destination)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        session.submitShortMessage(
                "",
                TypeOfNumber.ALPHANUMERIC,
                NumberingPlanIndicator.UNKNOWN,
                "Shop",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                destination,
                new ESMClass(),
                (byte) 0,
                (byte) 0,
                null,
                null,
                new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                (byte) 0,
                new GeneralDataCoding(),
                (byte) 0,
                SmppClient.TEXT.getBytes(StandardCharsets.US_ASCII));
    }

    private static long[] times(Future<long[]> run) throws IOException {
        try {
            return run.get();
        } catch (ExecutionException e) {
            throw new IOException("a submit_sm failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        sessions.forEach(SMPPSession::unbindAndClose);
        threads.shutdownNow();
    }
}

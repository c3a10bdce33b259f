package io.polygator.benchmarks;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Binds of one account that the calling thread alone serves, so that little of the machine goes to the client. */
final class SmppClient implements SmppLoad {
    static final long FIRST_NUMBER = 380_670_000_000L;
    static final String TEXT = "Your order is ready, come and fetch it";
    private static final long LOOK_MILLIS = 100;
    private static final long DEADLINE_NANOS = 60_000_000_000L;

    private final Selector selector;
    private final List<SmppBind> binds = new ArrayList<>();

    private SmppClient(Selector selector) {
        this.selector = selector;
    }

    static SmppClient bind(int port, int count, int window) throws IOException {
        SmppClient client = new SmppClient(Selector.open());
        for (int number = 0; number < count; number++) {
            byte[] submit = SmppPdus.submitSm(Long.toString(FIRST_NUMBER + number), TEXT);
            SmppBind bind = SmppBind.open(port, client.selector, submit, window);
            client.binds.add(bind);
            client.serveUntil(bind::isBound, nanos -> false);
        }
        return client;
    }

    @Override
    public long[] run(long runNanos) throws IOException {
        long begun = System.nanoTime();
        Times times = new Times();
        SmppBind.Answers answers = nanos -> {
            boolean running = System.nanoTime() - begun < runNanos;
            if (running) {
                times.add(nanos);
            }
            return running;
        };
        for (SmppBind bind : binds) {
            bind.fill();
        }
        serveUntil(() -> binds.stream().noneMatch(SmppBind::isWaiting), answers);
        return times.all();
    }

    /** Only answers enquire_link, for ever. */
    void idle() throws IOException {
        while (selector.isOpen()) {
            serve(nanos -> false);
        }
    }

    private void serveUntil(BooleanSupplier done, SmppBind.Answers answers) throws IOException {
        long begun = System.nanoTime();
        while (!done.getAsBoolean()) {
            serve(answers);
            if (System.nanoTime() - begun > DEADLINE_NANOS) {
                throw new IllegalStateException("the server did not answer within a minute");
            }
        }
    }

    private void serve(SmppBind.Answers answers) throws IOException {
        selector.select(LOOK_MILLIS);
        for (SelectionKey key : selector.selectedKeys()) {
            ((SmppBind) key.attachment()).read(answers);
        }
        selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
        for (SmppBind bind : binds) {
            bind.close();
        }
        selector.close();
    }
}

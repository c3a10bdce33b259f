package io.polygator.app.crash;

import io.polygator.app.crash.Order.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All who want something of the application, and where its events go. Who made the parts closes them. */
record Traffic(Clients clients, EsmeTraffic esme, InboundTraffic inbound, UnreliableWebhook webhook) {

    void start() {
        clients.start();
        esme.start();
        inbound.start();
    }

    /** Nothing new begins. */
    void end() throws InterruptedException {
        clients.beginNoMore();
        inbound.stop();
        esme.stop();
    }

    /** What was submitted over HTTP and SMPP, and what was said to it last. */
    Map<Order, Answer> answers() {
        Map<Order, Answer> answers = new HashMap<>(clients.answers());
        answers.putAll(esme.answers());
        return answers;
    }

    /** Answers that nobody should get. */
    List<String> failures() {
        return Stream.concat(clients.failures().stream(), esme.failures().stream())
                .toList();
    }
}

package io.polygator.gsm.at.session;

import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.transport.LinkClosed;
import java.util.List;
import java.util.Optional;

/** Hears what nobody asked for. Called on the link's loop. */
public interface AtSessionListener {
    /** The link is open; commands may be run. */
    void onOpen();

    /** An unsolicited result came. */
    void onUrc(Urc urc);

    /**
     * The answer to a command that had already been given up came before the dialogue was back in step, or so clearly
     * that it can belong to nothing else: it settles that command. Called at most once per exchange that ended as
     * {@link io.polygator.gsm.at.AtReply.Silent}.
     *
     * @param information all that came, also before the exchange was given up
     * @param result empty when information came and no result after it
     */
    void onLateAnswer(AtExchange exchange, List<String> information, Optional<FinalResult> result);

    /** A line that fits nothing: for the trace and the counters. It may hold numbers and text: never log it as it is. */
    void onStray(String line);

    /** Silence outlasted every attempt to get back in step; the session has closed its link. */
    void onUnresponsive();

    /** The link is gone; every exchange that waited has been answered {@link io.polygator.gsm.at.AtReply.Lost}. */
    void onClosed(LinkClosed closed);
}

package io.polygator.simulator.module;

import io.polygator.gsm.at.CmeError;
import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.transport.Loop;
import io.polygator.simulator.module.UssdMenu.Reply;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The USSD dialogue of one module. */
final class UssdDialogue {
    private static final Duration NETWORK_DELAY = Duration.ofMillis(700);
    private static final FinalResult BUSY = new FinalResult.Cme(new CmeError(3));

    private final Loop loop;
    private final UssdMenu menu;
    private final Consumer<Reply> announce;
    private String soFar = "";
    private boolean waiting;
    private int generation;

    UssdDialogue(Loop loop, UssdMenu menu, Consumer<Reply> announce) {
        this.loop = loop;
        this.menu = menu;
        this.announce = announce;
    }

    Optional<FinalResult> request(String text) {
        if (waiting) {
            return Optional.of(BUSY);
        }
        waiting = true;
        soFar = (soFar + " " + text).strip();
        int asked = generation;
        Reply reply = menu.reply(soFar).orElseGet(Reply::unknown);
        if (reply.status() >= 0) {
            loop.schedule(NETWORK_DELAY, () -> answer(asked, reply));
        }
        return Optional.empty();
    }

    void cancel() {
        generation++;
        waiting = false;
        soFar = "";
    }

    private void answer(int asked, Reply reply) {
        if (asked != generation) {
            return;
        }
        waiting = false;
        soFar = reply.status() == 1 ? soFar : "";
        announce.accept(reply);
    }
}

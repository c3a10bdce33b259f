package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtReply;
import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.modem.UssdReply.Status;
import io.polygator.gsm.sms.alphabet.UssdText;
import io.polygator.gsm.transport.Loop;
import io.polygator.gsm.transport.Loop.Timer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * USSD requests, answers within a dialogue, and texts that nobody asked for (3GPP TS 27.007 §7.15). One request at a
 * time and none while a message is sent. An OK is no answer: the network's word comes as +CUSD, before or after it.
 * Modem loop only.
 */
final class Ussd {
    private static final Duration ANSWER = Duration.ofSeconds(90);
    /** How long a question of the network stays open; operators give 30 to 180 seconds. */
    private static final Duration DIALOGUE = Duration.ofSeconds(60);

    private static final Pattern SERVICE_CODE = Pattern.compile("[*#][*#0-9]*[0-9][*#0-9]*#");
    private static final int LONGEST = 182;
    /** Call in progress, SIM and network trouble: another spelling of the code does not help. */
    private static final Set<Integer> NOT_THE_SPELLING = Set.of(3, 10, 11, 12, 13, 14, 15, 30, 31, 32, 103, 106, 111);

    private final String channel;
    private final Loop loop;
    private final Turns turns;
    private final Readiness readiness;
    private final ModemListener listener;
    private UssdSpelling preferred = UssdSpelling.GSM;
    private UssdSpelling inForce = UssdSpelling.GSM;
    private boolean dialogueOpen;
    private @Nullable CompletableFuture<UssdReply> waiting;
    private @Nullable Timer timer;

    Ussd(String channel, Loop loop, Turns turns, Readiness readiness, ModemListener listener) {
        this.channel = channel;
        this.loop = loop;
        this.turns = turns;
        this.readiness = readiness;
        this.listener = listener;
    }

    CompletionStage<UssdReply> request(String code) {
        if (code.isEmpty() || code.length() > LONGEST) {
            return failed("`code` must have 1 to " + LONGEST + " characters, it has " + code.length());
        }
        if (turns.isFull()) {
            return failed("too much waits for this channel: try again later");
        }
        return turns.take(
                () -> readiness.line().map(line -> start(line, code)).orElseGet(() -> failed(readiness.obstacle())));
    }

    /** Ends a dialogue in which it is our turn. */
    CompletionStage<Void> cancel() {
        return turns.take(() -> {
            if (dialogueOpen) {
                cancelTimer();
                readiness.line().ifPresent(this::abandonDialogue);
            }
            return CompletableFuture.completedStage(null);
        });
    }

    /** The network's answer, or a text of its own accord. */
    void onAnnouncement(String arguments, Line line) {
        UssdAnnouncement.parse(arguments).ifPresent(announcement -> {
            dialogueOpen = announcement.status() == Status.ACTION_REQUIRED;
            UssdReply reply = new UssdReply(
                    announcement.status(), UssdText.decode(announcement.text(), announcement.coding(), inForce.form()));
            CompletableFuture<UssdReply> asked = waiting;
            if (dialogueOpen) {
                arm(DIALOGUE, () -> abandonDialogue(line));
            } else {
                cancelTimer();
            }
            if (asked == null) {
                listener.onUssd(reply);
            } else {
                preferred = inForce; // this spelling works with this module
                finish(line, () -> asked.complete(reply));
            }
        });
    }

    /** The module restarted or is out of reach. */
    void onLineEnded() {
        cancelTimer();
        dialogueOpen = false;
        inForce = UssdSpelling.GSM;
        CompletableFuture<UssdReply> asked = waiting;
        waiting = null;
        if (asked != null) {
            asked.completeExceptionally(failure("the channel was lost before the network answered"));
        }
    }

    private CompletionStage<UssdReply> start(Line line, String code) {
        CompletableFuture<UssdReply> asked = new CompletableFuture<>();
        waiting = asked;
        arm(ANSWER, () -> giveUp(line));
        CompletionStage<?> before = dialogueOpen && SERVICE_CODE.matcher(code).matches()
                ? line.run(Commands.cancelUssd())
                : CompletableFuture.completedStage(null);
        dialogueOpen = false;
        UssdSpelling first = preferred.canSpell(code) ? preferred : UssdSpelling.UCS2;
        before.thenAccept(ready -> ask(line, code, first));
        return asked;
    }

    private void ask(Line line, String code, UssdSpelling spelling) {
        use(line, spelling)
                .thenCompose(ready -> line.run(Commands.ussd(spelling.spell(code))))
                .thenAccept(reply -> {
                    CompletableFuture<UssdReply> asked = waiting;
                    if (asked == null || Answers.isOk(reply)) {
                        return;
                    }
                    if (spelling == UssdSpelling.GSM && mayBeTheSpelling(reply)) {
                        ask(line, code, UssdSpelling.UCS2);
                    } else {
                        cancelTimer();
                        finish(
                                line,
                                () -> asked.completeExceptionally(
                                        failure("the module ends the request with " + Answers.describe(reply))));
                    }
                });
    }

    private CompletionStage<?> use(Line line, UssdSpelling wanted) {
        if (inForce == wanted) {
            return CompletableFuture.completedStage(null);
        }
        inForce = wanted;
        return line.run(Commands.characterSet(wanted.name()));
    }

    /** Everything else expects the character set that the start-up chose. */
    private void finish(Line line, Runnable answer) {
        waiting = null;
        use(line, UssdSpelling.GSM).thenAccept(restored -> answer.run());
    }

    private void giveUp(Line line) {
        CompletableFuture<UssdReply> asked = waiting;
        if (asked != null) {
            line.run(Commands.cancelUssd());
            finish(line, () -> asked.complete(new UssdReply(Status.NETWORK_TIMEOUT, "")));
        }
    }

    private void abandonDialogue(Line line) {
        dialogueOpen = false;
        line.run(Commands.cancelUssd());
    }

    private static boolean mayBeTheSpelling(AtReply reply) {
        return reply instanceof AtReply.Completed completed
                && !(completed.result() instanceof FinalResult.Cme cme
                        && NOT_THE_SPELLING.contains(cme.error().code()));
    }

    private CompletionStage<UssdReply> failed(String reason) {
        return CompletableFuture.failedStage(failure(reason));
    }

    private UssdFailedException failure(String reason) {
        return new UssdFailedException("no USSD answer: " + reason + " (channel " + channel + ")");
    }

    private void arm(Duration wait, Runnable action) {
        cancelTimer();
        timer = loop.schedule(wait, action);
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}

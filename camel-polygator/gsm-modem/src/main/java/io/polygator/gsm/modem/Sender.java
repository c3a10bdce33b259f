package io.polygator.gsm.modem;

import io.polygator.gsm.at.AtReply;
import io.polygator.gsm.at.AtReply.PayloadProgress;
import io.polygator.gsm.at.FinalResult;
import io.polygator.gsm.at.session.AtExchange;
import io.polygator.gsm.octets.Octets;
import io.polygator.gsm.sms.pdumode.PduModeFrame;
import io.polygator.gsm.sms.tpdu.SmsSubmit;
import io.polygator.gsm.sms.tpdu.TpduEncoder;
import io.polygator.gsm.sms.tpdu.ValidityPeriod;
import io.polygator.gsm.transport.Loop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Sends one message after the other and says what is known about each (3GPP TS 27.005 §4.3). After a message without an
 * answer the next one waits a while: +CMGS does not say which message it is about, so an answer that comes late would
 * be credited to whichever message is waiting for one. Modem loop only.
 */
final class Sender {
    private static final Duration SHORTEST_DEADLINE = Duration.ofSeconds(60);
    /** Beyond the deadline, which covers what the network and the modules' manuals allow. */
    private static final Duration LATEST_ANSWER = Duration.ofMinutes(4);

    private final Duration deadline;
    private final Turns turns;
    private final Readiness readiness;
    private final SendJudge judge;
    private final SendTrouble trouble;
    private final ReferenceCount references;
    private final Doubts doubts;
    private final ModemListener listener;
    private final StatusBoard board;
    private final Loop loop;
    private @Nullable Unsettled unsettled;
    private CompletableFuture<Void> answerNoLongerDue = CompletableFuture.completedFuture(null);

    Sender(
            ModemSettings settings,
            Turns turns,
            Readiness readiness,
            SendJudge judge,
            SendTrouble trouble,
            ReferenceCount references,
            Doubts doubts,
            ModemListener listener,
            StatusBoard board,
            Loop loop) {
        this.loop = loop;
        this.deadline =
                settings.sendDeadline().compareTo(SHORTEST_DEADLINE) < 0 ? SHORTEST_DEADLINE : settings.sendDeadline();
        this.turns = turns;
        this.readiness = readiness;
        this.judge = judge;
        this.trouble = trouble;
        this.references = references;
        this.doubts = doubts;
        this.listener = listener;
        this.board = board;
    }

    CompletionStage<SendOutcome> send(String token, SmsSubmit submit) {
        if (turns.isFull()) {
            return CompletableFuture.completedStage(
                    SendJudge.notSent("too many messages wait for this channel: send fewer at once"));
        }
        return turns.take(() ->
                answerNoLongerDue.thenCompose(clear -> doubts.look()).thenCompose(clear -> sendNow(token, submit)));
    }

    /** The answer to a message came after it had been given up: that settles it, unless the answer is as unclear. */
    @SuppressWarnings("ReferenceEquality") // the same text may be sent twice; only one of the two is meant
    void onLateAnswer(AtExchange exchange, List<String> information, Optional<FinalResult> result) {
        Unsettled waiting = unsettled;
        if (waiting == null || waiting.exchange != exchange) {
            return;
        }
        unsettled = null;
        SendOutcome outcome = judge.judge(waiting.token, lateReply(information, result));
        if (!(outcome instanceof SendOutcome.Unconfirmed)) {
            doubts.close(waiting.token);
            references.onSettledLate(readiness.line(), outcome);
            listener.onLateOutcome(waiting.token, outcome);
            answerNoLongerDue.complete(null);
        }
    }

    private static AtReply lateReply(List<String> information, Optional<FinalResult> result) {
        return result.<AtReply>map(end -> new AtReply.Completed(end, PayloadProgress.WRITTEN, information))
                .orElseGet(() -> new AtReply.Silent(PayloadProgress.WRITTEN, information));
    }

    private CompletionStage<SendOutcome> sendNow(String token, SmsSubmit submit) {
        Optional<Line> line = readiness.line();
        if (line.isEmpty()) {
            return CompletableFuture.completedStage(SendJudge.notSent(readiness.obstacle()));
        }
        doubts.closeAll();
        return sendOn(line.get(), token, submit);
    }

    private CompletionStage<SendOutcome> sendOn(Line line, String token, SmsSubmit submit) {
        AtExchange exchange = exchangeFor(submit);
        return line.run(exchange).thenCompose(reply -> {
            if (Answers.isValidityPeriodRefused(reply) && !(submit.validityPeriod() instanceof ValidityPeriod.None)) {
                references.onFailed(line);
                return sendNow(token, withoutValidityPeriod(submit));
            }
            return conclude(line, token, exchange, reply);
        });
    }

    /** The frame names no service centre, so that the module uses its own; its length does not count anyway. */
    private AtExchange exchangeFor(SmsSubmit submit) {
        Octets tpdu = TpduEncoder.encode(submit);
        return Commands.sendMessage(tpdu.length(), new PduModeFrame(Optional.empty(), tpdu).format(), deadline);
    }

    private static SmsSubmit withoutValidityPeriod(SmsSubmit submit) {
        return new SmsSubmit(
                submit.rejectDuplicates(),
                submit.statusReportRequested(),
                submit.replyPath(),
                submit.reference(),
                submit.destination(),
                submit.protocolIdentifier(),
                submit.dataCodingScheme(),
                new ValidityPeriod.None(),
                submit.userData());
    }

    private CompletionStage<SendOutcome> conclude(Line line, String token, AtExchange exchange, AtReply reply) {
        SendOutcome outcome = judge.judge(token, reply);
        if (reply instanceof AtReply.Completed completed) {
            return concludeAnswered(line, outcome, completed);
        }
        if (outcome instanceof SendOutcome.Unconfirmed unconfirmed) {
            if (reply instanceof AtReply.Silent) {
                unsettled = new Unsettled(token, exchange);
            }
            awaitLateAnswer(token);
            doubts.open(token, unconfirmed.reason());
        } else if (outcome instanceof SendOutcome.Accepted accepted) {
            references.onAccepted(line, accepted.reference());
        } else {
            see(outcome, reply);
        }
        return CompletableFuture.completedStage(outcome);
    }

    private CompletionStage<SendOutcome> concludeAnswered(Line line, SendOutcome judged, AtReply.Completed reply) {
        Optional<SendJudge.Ambiguity> ambiguity = judge.ambiguityOf(reply);
        if (ambiguity.isPresent()) {
            return doubts.settleError(line, judged, ambiguity.get()).thenApply(outcome -> see(outcome, reply));
        }
        if (judged instanceof SendOutcome.Accepted accepted) {
            references.onAccepted(line, accepted.reference());
        } else if (reply.payload() == PayloadProgress.WRITTEN) {
            references.onFailed(line);
        }
        return CompletableFuture.completedStage(see(judged, reply));
    }

    /** Does what a refusal calls for. */
    private SendOutcome see(SendOutcome outcome, AtReply reply) {
        if (outcome instanceof SendOutcome.Refused refused) {
            trouble.onRefused(refused.error(), reply);
        }
        return outcome;
    }

    /** The next message waits while the answer to this one may come, and everybody can see that it would. */
    private void awaitLateAnswer(String token) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        answerNoLongerDue = over;
        board.awaitsAnswer(true);
        over.thenAccept(clear -> board.awaitsAnswer(false));
        loop.schedule(LATEST_ANSWER, () -> doubts.onOver(token).thenAccept(looked -> over.complete(null)));
    }

    /** A message whose answer may still come. */
    private record Unsettled(String token, AtExchange exchange) {}
}

package io.polygator.http.kannel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of one recipient's share of a request.
 *
 * @param refusal why it was not taken; empty when it was
 * @param retryAfter seconds after which the same may succeed; 0 for never
 */
public record SendSmsResult(String to, Optional<KannelAnswer> refusal, int retryAfter) {
    /** The last of several refusals: one that may pass, else one that is our own fault. */
    private static final Comparator<SendSmsResult> BY_HOPE = Comparator.<SendSmsResult>comparingInt(
                    result -> result.retryAfter)
            .thenComparing(result -> result.refusal.map(KannelAnswer::status).orElse(0));

    /** The gateway took it. */
    public static SendSmsResult accepted(String to) {
        return new SendSmsResult(to, Optional.empty(), 0);
    }

    /** The gateway did not take it. */
    public static SendSmsResult refused(String to, KannelAnswer refusal, int retryAfter) {
        return new SendSmsResult(to, Optional.of(refusal), retryAfter);
    }

    /**
     * The answer for all. What could be taken is taken: then the others are named, so that nobody sends to all once more.
     * When nothing was taken, it says to come again if that helps any of them.
     *
     * @param denied recipients that are no numbers
     * @param good the answer when all was taken
     */
    public static KannelAnswer answer(List<SendSmsResult> results, List<String> denied, KannelAnswer good) {
        if (results.stream().allMatch(result -> result.refusal().isPresent())) {
            return results.stream().max(BY_HOPE).flatMap(SendSmsResult::refusal).orElse(KannelAnswer.RECIPIENTS_DENIED);
        }
        List<String> left = new ArrayList<>(denied);
        results.stream()
                .filter(result -> result.refusal().isPresent())
                .map(SendSmsResult::to)
                .distinct()
                .forEach(left::add);
        return left.isEmpty()
                ? good
                : good.with(
                        " Denied receivers are: " + String.join(" ", shown(left).toList()));
    }

    /** The answer is HTML for browsers: what is no number could be more than that. */
    private static Stream<String> shown(List<String> recipients) {
        return recipients.stream().map(to -> to.replaceAll("[^0-9A-Za-z*#+.-]", "?"));
    }

    /** Seconds to wait when nothing was taken and something may be later; 0 otherwise. */
    public static int retryAfter(List<SendSmsResult> results) {
        return results.stream().allMatch(result -> result.refusal().isPresent())
                ? results.stream().mapToInt(SendSmsResult::retryAfter).max().orElse(0)
                : 0;
    }
}

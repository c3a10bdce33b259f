package io.polygator.smpp.esme;

import java.time.Duration;

/**
 * How an account may submit.
 *
 * @param window unanswered submissions per session, 1 to 10,000; a further one gets RTHROTTLED
 * @param accountWindow unanswered submissions over all sessions of the account; a further one gets RMSGQFUL
 * @param rate shared by all sessions of the account
 * @param longestDelay how long {@link OverLimit#DELAY} may hold a submission back before it gets RTHROTTLED
 * @param mostSegments the longest message, 1 to 255 segments
 * @param longestValidity what longer validity periods are cut to
 * @param errorBody of the responses to what was refused
 */
public record SubmitRules(
        int window,
        int accountWindow,
        RateGate rate,
        OverLimit overLimit,
        Duration longestDelay,
        int mostSegments,
        Duration longestValidity,
        ErrorBody errorBody) {
    private static final int MOST_UNANSWERED = 10_000;
    private static final int MOST_SEGMENTS = 255;

    public SubmitRules {
        if (window < 1 || window > MOST_UNANSWERED) {
            throw new IllegalArgumentException("window must be 1.." + MOST_UNANSWERED + ", was " + window);
        }
        if (accountWindow < 1) {
            throw new IllegalArgumentException("accountWindow must be at least 1, was " + accountWindow);
        }
        if (mostSegments < 1 || mostSegments > MOST_SEGMENTS) {
            throw new IllegalArgumentException("mostSegments must be 1.." + MOST_SEGMENTS + ", was " + mostSegments);
        }
        if (longestValidity.isNegative() || longestValidity.isZero()) {
            throw new IllegalArgumentException("longestValidity must be positive, was " + longestValidity);
        }
    }

    /** 100 unanswered per session and 1,000 per account, no rate, 255 segments, 63 weeks. */
    public static SubmitRules standard() {
        return new SubmitRules(
                100,
                1_000,
                RateGate.open(),
                OverLimit.THROTTLE,
                Duration.ofSeconds(30),
                MOST_SEGMENTS,
                Duration.ofDays(7 * 63),
                ErrorBody.NONE);
    }

    public SubmitRules withWindow(int other) {
        return new SubmitRules(
                other, accountWindow, rate, overLimit, longestDelay, mostSegments, longestValidity, errorBody);
    }

    public SubmitRules withAccountWindow(int other) {
        return new SubmitRules(window, other, rate, overLimit, longestDelay, mostSegments, longestValidity, errorBody);
    }

    public SubmitRules withRate(RateGate other, OverLimit otherOverLimit) {
        return new SubmitRules(
                window, accountWindow, other, otherOverLimit, longestDelay, mostSegments, longestValidity, errorBody);
    }

    public SubmitRules withLongestDelay(Duration other) {
        return new SubmitRules(window, accountWindow, rate, overLimit, other, mostSegments, longestValidity, errorBody);
    }

    public SubmitRules withMostSegments(int other) {
        return new SubmitRules(window, accountWindow, rate, overLimit, longestDelay, other, longestValidity, errorBody);
    }

    public SubmitRules withLongestValidity(Duration other) {
        return new SubmitRules(window, accountWindow, rate, overLimit, longestDelay, mostSegments, other, errorBody);
    }

    public SubmitRules withErrorBody(ErrorBody other) {
        return new SubmitRules(
                window, accountWindow, rate, overLimit, longestDelay, mostSegments, longestValidity, other);
    }
}

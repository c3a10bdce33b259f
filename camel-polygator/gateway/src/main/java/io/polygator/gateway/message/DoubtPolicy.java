package io.polygator.gateway.message;

/** What is done about a segment of which nobody knows whether the network took it, once waiting did not tell. */
public enum DoubtPolicy {
    /** It stays unconfirmed; a later report still settles it. Nothing is sent twice. */
    HOLD,
    /** It is sent again and marked as a possible duplicate. */
    RETRY,
    /** It counts as failed, though it may have arrived. */
    FAIL
}

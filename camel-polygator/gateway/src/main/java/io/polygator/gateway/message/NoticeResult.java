package io.polygator.gateway.message;

/** What became of a notice. In each case the event is safe. */
public enum NoticeResult {
    /** It is announced to the subscribers. */
    TAKEN,
    /** The same notice was taken before. */
    REPEATED,
    /** A modem has brought the same event. */
    KNOWN
}

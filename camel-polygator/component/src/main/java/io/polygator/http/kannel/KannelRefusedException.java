package io.polygator.http.kannel;

/** A request that is answered at once, since it cannot be carried out. */
public final class KannelRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient KannelAnswer answer;

    public KannelRefusedException(KannelAnswer answer) {
        // strangers may cause many: no stack trace
        super(answer.text(), null, false, false);
        this.answer = answer;
    }

    public KannelAnswer answer() {
        return answer;
    }
}

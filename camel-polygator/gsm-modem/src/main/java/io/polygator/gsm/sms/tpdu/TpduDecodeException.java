package io.polygator.gsm.sms.tpdu;

/** Octets that are not a TPDU we understand: which field, where it starts, and what is wrong. */
public final class TpduDecodeException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the field. */
    public enum Defect {
        UNDERFLOW,
        OVERLENGTH,
        RESERVED_VALUE
    }

    private final String field;
    private final int offset;
    private final Defect defect;

    public TpduDecodeException(String field, int offset, Defect defect) {
        // Hostile input must stay cheap: no stack trace, the field path says more.
        super(field + " at octet " + offset + ": " + defect, null, false, false);
        this.field = field;
        this.offset = offset;
        this.defect = defect;
    }

    public String field() {
        return field;
    }

    public int offset() {
        return offset;
    }

    public Defect defect() {
        return defect;
    }
}

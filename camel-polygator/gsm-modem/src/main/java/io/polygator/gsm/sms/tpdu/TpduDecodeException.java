package io.polygator.gsm.sms.tpdu;

/** Octets that are not a TPDU we understand: which field, where it starts, and what is wrong. */
public final class TpduDecodeException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the field. */
    public enum Defect {
        /** The octets end before the field does. */
        UNDERFLOW,
        /** The field is longer than the specification allows. */
        OVERLENGTH,
        /** The field holds a value that the specification keeps for later. */
        RESERVED_VALUE,
        /** A line holds a character that is no hexadecimal digit. */
        NOT_HEXADECIMAL,
        /** A line holds an odd number of hexadecimal digits: at least one was lost. */
        ODD_LENGTH
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

    /** The same defect seen from the enclosing field, e.g. {@code digits} becomes {@code TP-OA.digits}. */
    public TpduDecodeException within(String outer, int outerOffset) {
        return new TpduDecodeException(outer + "." + field, outerOffset + offset, defect);
    }

    /** The path of the field, outermost first, e.g. {@code TP-OA.digits}. */
    public String field() {
        return field;
    }

    /** The octet that the field starts at, counted from 0. */
    public int offset() {
        return offset;
    }

    public Defect defect() {
        return defect;
    }
}

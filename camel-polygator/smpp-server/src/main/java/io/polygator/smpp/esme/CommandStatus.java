package io.polygator.smpp.esme;

/** command_status of a response (SMPP 3.4 §5.1.3, 5.0 §4.7.6). Prints as the specification writes it. */
public record CommandStatus(int value) {
    public static final CommandStatus ROK = new CommandStatus(0x00);
    public static final CommandStatus RINVMSGLEN = new CommandStatus(0x01);
    public static final CommandStatus RINVCMDLEN = new CommandStatus(0x02);
    public static final CommandStatus RINVCMDID = new CommandStatus(0x03);
    public static final CommandStatus RINVBNDSTS = new CommandStatus(0x04);
    public static final CommandStatus RALYBND = new CommandStatus(0x05);
    public static final CommandStatus RINVPRTFLG = new CommandStatus(0x06);
    public static final CommandStatus RINVREGDLVFLG = new CommandStatus(0x07);
    public static final CommandStatus RSYSERR = new CommandStatus(0x08);
    public static final CommandStatus RINVSRCADR = new CommandStatus(0x0A);
    public static final CommandStatus RINVDSTADR = new CommandStatus(0x0B);
    public static final CommandStatus RINVMSGID = new CommandStatus(0x0C);
    public static final CommandStatus RBINDFAIL = new CommandStatus(0x0D);
    public static final CommandStatus RINVPASWD = new CommandStatus(0x0E);
    public static final CommandStatus RINVSYSID = new CommandStatus(0x0F);
    public static final CommandStatus RCANCELFAIL = new CommandStatus(0x11);
    public static final CommandStatus RREPLACEFAIL = new CommandStatus(0x13);
    public static final CommandStatus RMSGQFUL = new CommandStatus(0x14);
    public static final CommandStatus RINVSERTYP = new CommandStatus(0x15);
    public static final CommandStatus RINVNUMDESTS = new CommandStatus(0x33);
    public static final CommandStatus RINVDLNAME = new CommandStatus(0x34);
    public static final CommandStatus RINVDESTFLAG = new CommandStatus(0x40);
    public static final CommandStatus RINVSUBREP = new CommandStatus(0x42);
    public static final CommandStatus RINVESMCLASS = new CommandStatus(0x43);
    public static final CommandStatus RCNTSUBDL = new CommandStatus(0x44);
    public static final CommandStatus RSUBMITFAIL = new CommandStatus(0x45);
    public static final CommandStatus RINVSRCTON = new CommandStatus(0x48);
    public static final CommandStatus RINVSRCNPI = new CommandStatus(0x49);
    public static final CommandStatus RINVDSTTON = new CommandStatus(0x50);
    public static final CommandStatus RINVDSTNPI = new CommandStatus(0x51);
    public static final CommandStatus RINVSYSTYP = new CommandStatus(0x53);
    public static final CommandStatus RINVREPFLAG = new CommandStatus(0x54);
    public static final CommandStatus RTHROTTLED = new CommandStatus(0x58);
    public static final CommandStatus RINVSCHED = new CommandStatus(0x61);
    public static final CommandStatus RINVEXPIRY = new CommandStatus(0x62);
    public static final CommandStatus RINVDFTMSGID = new CommandStatus(0x63);
    /** The receiver has a temporary error. */
    public static final CommandStatus RX_T_APPN = new CommandStatus(0x64);
    /** The receiver has a permanent error: no more to this destination. */
    public static final CommandStatus RX_P_APPN = new CommandStatus(0x65);
    /** The receiver rejects this one message. */
    public static final CommandStatus RX_R_APPN = new CommandStatus(0x66);

    public static final CommandStatus RQUERYFAIL = new CommandStatus(0x67);
    public static final CommandStatus RINVTLVSTREAM = new CommandStatus(0xC0);
    public static final CommandStatus RTLVNOTALLWD = new CommandStatus(0xC1);
    public static final CommandStatus RINVTLVLEN = new CommandStatus(0xC2);
    public static final CommandStatus RMISSINGTLV = new CommandStatus(0xC3);
    public static final CommandStatus RINVTLVVAL = new CommandStatus(0xC4);
    public static final CommandStatus RDELIVERYFAILURE = new CommandStatus(0xFE);
    public static final CommandStatus RUNKNOWNERR = new CommandStatus(0xFF);
    public static final CommandStatus RPROHIBITED = new CommandStatus(0x101);
    public static final CommandStatus RINVDCS = new CommandStatus(0x104);

    public boolean isOk() {
        return value == 0;
    }

    /** Whether the same request may succeed later: what ESMEs retry on, and what we retry on when they say it. */
    public boolean isTemporary() {
        return equals(RX_T_APPN) || equals(RTHROTTLED) || equals(RMSGQFUL) || equals(RSYSERR);
    }

    @Override
    public String toString() {
        return String.format("0x%08X", value);
    }
}

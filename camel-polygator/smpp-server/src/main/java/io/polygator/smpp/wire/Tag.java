package io.polygator.smpp.wire;

/** Tags of the optional parameters that mean something here (SMPP 3.4 §5.3.2, 5.0 §4.8.1). */
public final class Tag {
    public static final int DEST_ADDR_SUBUNIT = 0x0005;
    public static final int RECEIPTED_MESSAGE_ID = 0x001E;
    public static final int MS_MSG_WAIT_FACILITIES = 0x0030;
    public static final int USER_MESSAGE_REFERENCE = 0x0204;
    public static final int SOURCE_PORT = 0x020A;
    public static final int DESTINATION_PORT = 0x020B;
    public static final int SAR_MSG_REF_NUM = 0x020C;
    public static final int SAR_TOTAL_SEGMENTS = 0x020E;
    public static final int SAR_SEGMENT_SEQNUM = 0x020F;
    public static final int SC_INTERFACE_VERSION = 0x0210;
    public static final int NETWORK_ERROR_CODE = 0x0423;
    public static final int MESSAGE_PAYLOAD = 0x0424;
    public static final int MESSAGE_STATE = 0x0427;
    public static final int CONGESTION_STATE = 0x0428;
    public static final int USSD_SERVICE_OP = 0x0501;

    private Tag() {}
}

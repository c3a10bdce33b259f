package io.polygator.gsm.virtualmodem;

/** What a client has set on its AT interface. Changes only by commands, on the server's loop. */
public final class AtSettings {
    boolean echo;
    boolean verbose;
    boolean quiet;
    /** +CMEE: 0 plain ERROR, 1 numbers, 2 words. */
    int errorDetail;
    /** +CREG: 0 silent, 1 state, 2 state and cell. */
    int registrationReports;

    int packetRegistrationReports;
    boolean callerIdShown;
    boolean ringTyped;
    boolean ussdShown;
    /** Whether this client began or was asked to answer a USSD dialogue; no setting, and so not copied. */
    boolean ussdOpen;
    /** +CSMS: 1 when the client acknowledges direct deliveries. */
    int messageService;

    int operatorFormat;
    CharacterSet characterSet = CharacterSet.GSM;
    /** +CMGF: whether messages are written as text instead of hexadecimal PDUs. */
    boolean textMode;
    /** +CSDH: whether text mode tells all the fields of a message. */
    boolean headersShown;

    TextParameters textParameters = TextParameters.DEFAULT;
    /** +CMMS: 0 ends the link after each message, 1 keeps it for the next one, 2 until told otherwise. */
    int moreMessages;
    /** +CPMS: read and delete, write and send, receive. */
    String readStorage = "SM";

    String writeStorage = "SM";
    String receiveStorage = "SM";
    MessageIndication indication = MessageIndication.NONE;

    AtSettings() {
        toFactory();
    }

    private AtSettings(AtSettings other) {
        copyFrom(other);
    }

    /** A copy to return to later. */
    AtSettings snapshot() {
        return new AtSettings(this);
    }

    /** AT&amp;F. */
    void toFactory() {
        echo = true;
        verbose = true;
        quiet = false;
        errorDetail = 0;
        registrationReports = 0;
        packetRegistrationReports = 0;
        callerIdShown = false;
        ringTyped = false;
        ussdShown = true;
        messageService = 0;
        operatorFormat = 0;
        characterSet = CharacterSet.GSM;
        textMode = false;
        headersShown = false;
        textParameters = TextParameters.DEFAULT;
        moreMessages = 0;
        readStorage = "SM";
        writeStorage = "SM";
        receiveStorage = "SM";
        indication = MessageIndication.NONE;
    }

    /** ATZ, or the start of the module. */
    final void copyFrom(AtSettings other) {
        echo = other.echo;
        verbose = other.verbose;
        quiet = other.quiet;
        errorDetail = other.errorDetail;
        registrationReports = other.registrationReports;
        packetRegistrationReports = other.packetRegistrationReports;
        callerIdShown = other.callerIdShown;
        ringTyped = other.ringTyped;
        ussdShown = other.ussdShown;
        messageService = other.messageService;
        operatorFormat = other.operatorFormat;
        characterSet = other.characterSet;
        textMode = other.textMode;
        headersShown = other.headersShown;
        textParameters = other.textParameters;
        moreMessages = other.moreMessages;
        readStorage = other.readStorage;
        writeStorage = other.writeStorage;
        receiveStorage = other.receiveStorage;
        indication = other.indication;
    }

    /** What +CREG reports unasked: 0 nothing, 1 the state, 2 the state and the cell (3GPP TS 27.007 §7.2). */
    public int registrationReports() {
        return registrationReports;
    }

    /** Whether +CLIP follows RING. */
    public boolean callerIdShown() {
        return callerIdShown;
    }

    /** Whether +CRING stands for RING. */
    public boolean ringTyped() {
        return ringTyped;
    }
}

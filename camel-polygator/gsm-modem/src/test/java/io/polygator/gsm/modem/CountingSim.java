package io.polygator.gsm.modem;

/** The file EF-SMSS of the SIM in a scripted module. */
final class CountingSim {
    static final String READ = "AT+CRSM=176,28483,0,0,0";

    private final ScriptedModule module;
    private int last;

    CountingSim(ScriptedModule module) {
        this.module = module;
        answer();
    }

    /** The module reads the file. */
    void answer() {
        module.answer(READ, () -> new String[] {"+CRSM: 144,0,\"%02XFF\"".formatted(last), "OK"});
    }

    void holds(int reference) {
        last = reference;
    }

    /** The next message is accepted under this reference, and counted. */
    void accepts(int reference) {
        last = reference;
        module.nextSend("+CMGS: " + reference, "OK");
    }
}

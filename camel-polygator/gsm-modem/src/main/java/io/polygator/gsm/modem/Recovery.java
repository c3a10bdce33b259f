package io.polygator.gsm.modem;

/** What a collaborator may ask for when it meets trouble. Modem loop only. */
interface Recovery {

    /** The module does not work as it should: set it up again, harder each time this is asked for. */
    void moduleInTrouble(String detail);

    /** The SIM may be another one, or not usable any more: start again from its state and identity. */
    void simMayHaveChanged();

    /** The network does not have us: switch the radio off and on. */
    void cycleRadio();
}

package io.polygator.gateway.account;

/** What belongs to one door only. */
public record DoorOptions(HttpOptions http, SmppOptions smpp, ModemOptions modem) {

    /** The defaults of each. */
    public static DoorOptions defaults() {
        return new DoorOptions(HttpOptions.defaults(), SmppOptions.defaults(), ModemOptions.defaults());
    }
}

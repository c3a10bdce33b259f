package io.polygator.http.eventsh;

import java.util.Arrays;
import java.util.Optional;

/** The fields of an event by their names in the firmware's JSON and in its query; the last two are those of our script. */
enum Field {
    SENDER("SenderNumber", "sender"),
    TEXT("Message", "text"),
    SIM("Sim", "testnum"),
    CHANNEL("channel", "channel"),
    TYPE("type", "type"),
    TIME("time", "time"),
    IMSI("imsi", "other"),
    SMSC("smsc", "SMSC"),
    ID("id", "id"),
    AT("at", "at");

    private final String key;
    private final String parameter;

    Field(String key, String parameter) {
        this.key = key;
        this.parameter = parameter;
    }

    /** The name in JSON, and in a form that is posted. */
    String key() {
        return key;
    }

    /** The name in a query. */
    String parameter() {
        return parameter;
    }

    static Optional<Field> ofKey(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }
}

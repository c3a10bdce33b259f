package io.polygator.gateway.message;

/** Our name for a message: opaque, durable, unique. Decimal digits without leading zeros, at most 20. */
public record MessageId(String value) {
    @Override
    public String toString() {
        return value;
    }
}

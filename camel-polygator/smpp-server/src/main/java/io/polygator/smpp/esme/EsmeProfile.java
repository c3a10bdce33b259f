package io.polygator.smpp.esme;

/** The rules that a session lives by. Sessions of one account should have equal profiles; the last bind's count. */
public record EsmeProfile(String account, BindRules binds, SubmitRules submits, DeliveryRules deliveries) {
    public EsmeProfile {
        if (account.isEmpty()) {
            throw new IllegalArgumentException("a profile needs the name of its account");
        }
    }

    /** The standard rules for an account. */
    public static EsmeProfile of(String account) {
        return new EsmeProfile(account, BindRules.standard(), SubmitRules.standard(), DeliveryRules.standard());
    }

    public EsmeProfile with(BindRules other) {
        return new EsmeProfile(account, other, submits, deliveries);
    }

    public EsmeProfile with(SubmitRules other) {
        return new EsmeProfile(account, binds, other, deliveries);
    }

    public EsmeProfile with(DeliveryRules other) {
        return new EsmeProfile(account, binds, submits, other);
    }
}

package io.polygator.camel.webhook;

/** How an event is written for a receiver. */
public enum WebhookFormat {
    /** A POST with JSON. */
    JSON,
    /** A POST with the same fields as a form, {@code application/x-www-form-urlencoded}. */
    FORM,
    /** A GET of a URL in whose path or query fields stand as {@code {text}}. */
    GET
}

package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.message.EventFilter;

/** Event filters as a column holds them: a JSON object. */
final class Filters {
    private Filters() {}

    static String text(EventFilter filter) {
        return new JsonFields()
                .with("submitter", filter.submitter())
                .with("account", filter.account())
                .with("senderPrefixes", filter.senderPrefixes())
                .write();
    }

    /** @throws IllegalArgumentException if the text is no filter */
    static EventFilter filter(String text) {
        JsonFields fields = JsonFields.read(text);
        return new EventFilter(
                fields.textIfAny("submitter"), fields.textIfAny("account"), fields.texts("senderPrefixes"));
    }
}

package io.polygator.gateway.account;

import java.util.List;
import java.util.Map;

/**
 * An account as it stands in the file.
 *
 * @param id its name, not yet checked
 * @param line where it begins, from 1
 * @param fields what is given
 */
record AccountEntry(String id, int line, Map<AccountField, Given> fields) {

    /**
     * A field's value.
     *
     * @param line where it stands, from 1
     * @param texts one text, or those of a list
     * @param shape which of the two
     */
    record Given(int line, List<Text> texts, Shape shape) {}

    /**
     * A value, or an element of a list.
     *
     * @param line where it stands, from 1
     */
    record Text(int line, String value) {}

    /** How a value is written. */
    enum Shape {
        SINGLE,
        LIST
    }
}

package io.polygator.gateway.store;

import java.util.Optional;

/**
 * Which segments a status report may be about.
 *
 * @param imsi the SIM it came to; empty when unknown: then every SIM. A segment that may have left more than once is
 *     found whatever its last SIM, since an earlier attempt may have used another
 * @param recipient the number it names; segments to numbers with the same index key are looked up
 */
public record SentQuery(Optional<String> imsi, String recipient) {}

package io.polygator.gateway.account;

import java.util.List;

/** What came of reading the file again. */
public sealed interface Reload {

    /** It was not read, since it has not changed, or is still being written. */
    record Untouched() implements Reload {}

    /** Its content is in force. */
    record Applied(List<AccountChange> changes) implements Reload {
        public Applied {
            changes = List.copyOf(changes);
        }
    }

    /** It is refused, and the former content stays in force. */
    record Refused(List<AccountProblem> problems) implements Reload {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}

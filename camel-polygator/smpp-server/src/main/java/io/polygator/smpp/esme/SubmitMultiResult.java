package io.polygator.smpp.esme;

import java.util.List;

/**
 * What became of a {@link SubmitMultiRequest}.
 *
 * @param id shared by all that were accepted; receipts tell them apart by their destination
 * @param refused those that were not
 */
public record SubmitMultiResult(MessageIdText id, List<Refused> refused) {

    /** One destination that gets nothing, and why. */
    public record Refused(EsmeAddress destination, CommandStatus status) {}

    public SubmitMultiResult {
        refused = List.copyOf(refused);
    }
}

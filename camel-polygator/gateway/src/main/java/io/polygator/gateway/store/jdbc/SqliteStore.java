package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.store.MessageStore;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;

/** A store in a file of this process. */
public interface SqliteStore extends MessageStore {

    /**
     * Copies everything that is committed at one moment into a file of its own, while work goes on. The copy is
     * complete once the stage completes; until then it stands beside it, named {@code .part}. It can be opened as a
     * store.
     *
     * @param target must not exist; the folder must
     */
    CompletionStage<Void> backup(Path target);
}

package io.polygator.gateway.store.jdbc;

import io.polygator.gateway.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A store in SQLite, which can be copied while it works. */
final class SqliteMessageStore extends JdbcMessageStore implements SqliteStore {
    SqliteMessageStore(SqliteDialect dialect, JdbcSettings settings) {
        super(dialect, settings);
    }

    @Override
    public CompletionStage<Void> backup(Path target) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        copy(target);
                        done.complete(null);
                    } catch (IOException | StoreUnavailableException | RuntimeException e) {
                        done.completeExceptionally(e);
                    }
                },
                "store-backup");
        thread.setDaemon(true);
        thread.start();
        return done;
    }

    private void copy(Path target) throws IOException, StoreUnavailableException {
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target + " exists: give the backup a name of its own");
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, SqliteDialect.ownerOnly());
        try (Session session = database().open()) {
            session.change("VACUUM INTO ?", part.toAbsolutePath());
        } catch (SQLException e) {
            Files.deleteIfExists(part);
            throw database().unavailable(e);
        }
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }
}

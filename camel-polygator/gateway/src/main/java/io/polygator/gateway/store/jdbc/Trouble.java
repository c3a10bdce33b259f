package io.polygator.gateway.store.jdbc;

/** Why a database did not do what it was asked, in words that name the remedy. */
enum Trouble {
    DISK_FULL("the disk is full: free some space", Reach.CALL),
    LOCKED("another process holds a lock on it: end that process or its transaction", Reach.STORE),
    IN_USE("another process has it open: stop that one, or give this one a store of its own", Reach.FILE),
    DAMAGED("it is damaged or no database: put a backup in its place", Reach.FILE),
    READ_ONLY("it cannot be written: check the permissions of file and folder, or of the database user", Reach.FILE),
    NOT_OPENED("it cannot be opened: check that the folder exists and may be used, or the permissions", Reach.FILE),
    NOT_REACHED("it cannot be reached: check address and network, and that the server runs", Reach.STORE),
    NOT_ADMITTED("it refuses this user: check user name, password and the database's name", Reach.STORE),
    DEVICE("its device or file system reports an error: check the system log and the disk", Reach.FILE),
    CONFLICT("another process changes the same at this time: try again", Reach.CALL),
    REFUSED("it refused a statement: see the log", Reach.CALL);

    /** What else fails with a call that met the trouble. */
    private enum Reach {
        CALL,
        STORE,
        FILE
    }

    private final String words;
    private final Reach reach;

    Trouble(String words, Reach reach) {
        this.words = words;
        this.reach = reach;
    }

    /** What it is and what helps. */
    String words() {
        return words;
    }

    /** Whether the next call meets it, too. */
    boolean concernsAll() {
        return reach != Reach.CALL;
    }

    /** Whether it stays until somebody does something about it. */
    boolean lasts() {
        return reach != Reach.CALL || this == DISK_FULL;
    }

    /** Whether the file must be looked at anew: it may be replaced by another. */
    boolean concernsFile() {
        return reach == Reach.FILE;
    }
}

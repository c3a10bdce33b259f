package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.virtualmodem.CommandRequest.Form;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The commands that a module knows. Immutable; shared by all servers of a kind. */
public final class CommandSet {
    private final Map<Key, CommandHandler> handlers;

    private CommandSet(Map<Key, CommandHandler> handlers) {
        this.handlers = Map.copyOf(handlers);
    }

    /** What every GSM module of the Polygator family knows; a module's own commands are added to it. */
    public static Registry standard() {
        return new Registry()
                .add(new BasicCommands())
                .add(new IdentityCommands())
                .add(new SimCommands())
                .add(new NetworkCommands())
                .add(new PowerCommands())
                .add(new MessageSettingCommands())
                .add(new MessageStorageCommands())
                .add(new MessageSendCommands())
                .add(new UssdCommands())
                .add(new CallCommands());
    }

    Optional<CommandHandler> find(CommandRequest request) {
        return Optional.ofNullable(handlers.get(new Key(request.name(), request.form())));
    }

    /** A group of related commands. */
    @FunctionalInterface
    public interface Family {
        /** Adds the group's commands. */
        void register(Registry commands);
    }

    private record Key(String name, Form form) {}

    /** Collects commands; a later registration replaces an earlier one. */
    public static final class Registry {
        private final Map<Key, CommandHandler> handlers = new HashMap<>();

        /** Adds a group. */
        public Registry add(Family family) {
            family.register(this);
            return this;
        }

        /** {@code AT+X}. */
        public Registry execute(String name, CommandHandler handler) {
            return put(name, Form.EXECUTE, handler);
        }

        /** {@code AT+X?}. */
        public Registry read(String name, CommandHandler handler) {
            return put(name, Form.READ, handler);
        }

        /** {@code AT+X=…}. */
        public Registry set(String name, CommandHandler handler) {
            return put(name, Form.SET, handler);
        }

        /** {@code AT+X=?}, answered with the name and the given ranges. */
        public Registry test(String name, String ranges) {
            return put(name, Form.TEST, command -> command.answer(name + ": " + ranges));
        }

        /** {@code AT+X=?}. */
        public Registry test(String name, CommandHandler handler) {
            return put(name, Form.TEST, handler);
        }

        /** {@code AT+X=?}, answered with OK alone: the command exists. */
        public Registry exists(String name) {
            return put(name, Form.TEST, command -> {});
        }

        /** Lets the module not know the command in any form. */
        public Registry without(String name) {
            handlers.keySet().removeIf(key -> key.name.equals(name));
            return this;
        }

        public CommandSet build() {
            return new CommandSet(handlers);
        }

        private Registry put(String name, Form form, CommandHandler handler) {
            handlers.put(new Key(name.toUpperCase(Locale.ROOT), form), handler);
            return this;
        }
    }
}

package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.virtualmodem.CommandRequest.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The commands that a module knows. Immutable; shared by all servers of a kind. */
public final class CommandSet {
    private final Map<Key, CommandHandler> handlers;
    private final List<Guard> guards;
    private final Set<Key> answeredBeforeLogin;

    private CommandSet(Registry registry) {
        this.handlers = Map.copyOf(registry.handlers);
        this.guards = List.copyOf(registry.guards);
        this.answeredBeforeLogin = Set.copyOf(registry.answeredBeforeLogin);
    }

    /** What every GSM module of the Polygator family knows; a module's own commands are added to it. */
    public static Registry standard() {
        return new Registry()
                .add(new BasicCommands())
                .add(new IdentityCommands())
                .add(new SimCommands())
                .add(new NetworkCommands())
                .add(new PowerCommands())
                .add(new MessageFormatCommands())
                .add(new IndicationCommands())
                .add(new ServiceCentreCommands())
                .add(new MessageStorageCommands())
                .add(new MessageSendCommands())
                .add(new MessageWriteCommands())
                .add(new UssdCommands())
                .add(new CallCommands())
                .add(new FacilityCommands())
                .add(new PhoneBookCommands())
                .add(new LoginCommands());
    }

    /** For programs that expect one module or another: the standard, and the ways in which modules tell the ICCID. */
    public static CommandSet forClients() {
        return standard().add(new CardNumberCommands()).build();
    }

    Optional<CommandHandler> find(CommandRequest request) {
        return Optional.ofNullable(handlers.get(new Key(request.name(), request.form())));
    }

    /** What the client must be granted for this. */
    Set<CommandGrant> grantsNeededFor(CommandRequest request) {
        return guards.stream()
                .filter(guard -> guard.concerns(request))
                .map(Guard::grant)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it only concerns the client's own interface. */
    boolean isAnsweredBeforeLogin(CommandRequest request) {
        return answeredBeforeLogin.contains(new Key(request.name(), request.form()));
    }

    /** A group of related commands. */
    @FunctionalInterface
    public interface Family {
        /** Adds the group's commands. */
        void register(Registry commands);
    }

    private record Key(String name, Form form) {}

    /** Says which uses of a command need a grant; reading and testing never do. */
    private record Guard(CommandGrant grant, String name, Predicate<Arguments> uses) {
        boolean concerns(CommandRequest request) {
            boolean acts = request.form() == Form.SET || request.form() == Form.EXECUTE;
            return acts && request.name().equals(name) && uses.test(Arguments.parse(request.argument()));
        }
    }

    /** Collects commands; a later registration replaces an earlier one. */
    public static final class Registry {
        private final Map<Key, CommandHandler> handlers = new HashMap<>();
        private final List<Guard> guards = new ArrayList<>();
        private final Set<Key> answeredBeforeLogin = new HashSet<>();

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

        /** Lets the command, when it is executed or set, need a grant. */
        public Registry guard(CommandGrant grant, String name) {
            return guard(grant, name, arguments -> true);
        }

        /** Lets some uses of the command need a grant. */
        public Registry guard(CommandGrant grant, String name, Predicate<Arguments> uses) {
            guards.add(new Guard(grant, name, uses));
            return this;
        }

        /** Lets the commands be answered in every form to clients that have not logged in yet. */
        public Registry beforeLogin(String... names) {
            for (String name : names) {
                for (Form form : Form.values()) {
                    answeredBeforeLogin.add(new Key(name, form));
                }
            }
            return this;
        }

        /** The same for setting only, where the answer to a question would tell a stranger something. */
        public Registry settingBeforeLogin(String... names) {
            for (String name : names) {
                answeredBeforeLogin.add(new Key(name, Form.SET));
            }
            return this;
        }

        public CommandSet build() {
            return new CommandSet(this);
        }

        private Registry put(String name, Form form, CommandHandler handler) {
            handlers.put(new Key(name.toUpperCase(Locale.ROOT), form), handler);
            return this;
        }
    }
}

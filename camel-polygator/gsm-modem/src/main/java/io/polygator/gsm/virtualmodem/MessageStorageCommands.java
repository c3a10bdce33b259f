package io.polygator.gsm.virtualmodem;

import io.polygator.gsm.virtualmodem.CommandSet.Family;
import io.polygator.gsm.virtualmodem.CommandSet.Registry;
import io.polygator.gsm.virtualmodem.MessageStorage.MessageStatus;
import io.polygator.gsm.virtualmodem.MessageStorage.StoredMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Stored messages: which storage, what is in it, and out with it (3GPP TS 27.005 §3.2.2, §3.4 and §3.5). */
final class MessageStorageCommands implements Family {
    private static final int WITHOUT_MARKING = 1;

    @Override
    public void register(Registry commands) {
        commands.read("+CPMS", MessageStorageCommands::tellStorages)
                .set("+CPMS", MessageStorageCommands::chooseStorages)
                .test("+CPMS", MessageStorageCommands::listStorages)
                .execute("+CMGL", MessageStorageCommands::list)
                .set("+CMGL", MessageStorageCommands::list)
                .test("+CMGL", command -> command.answer("+CMGL: " + StatusFilter.choices(command.settings())))
                .set("+CMGR", MessageStorageCommands::read)
                .exists("+CMGR")
                .set("+CMGD", MessageStorageCommands::delete)
                .test("+CMGD", MessageStorageCommands::listDeletable);
    }

    /**
     * The storage of this name.
     *
     * @throws CommandRefused if the SIM is not ready or the module has no such storage
     */
    static MessageStorage storage(Command command, String name) throws CommandRefused {
        SimCommands.readySim(command);
        return command.modem().storage(name).orElseThrow(() -> CommandRefused.cms(CommandRefused.SIM_FAILURE));
    }

    private static void tellStorages(Command command) throws CommandRefused {
        AtSettings settings = command.settings();
        command.answer("+CPMS: " + named(command, settings.readStorage) + "," + named(command, settings.writeStorage)
                + "," + named(command, settings.receiveStorage));
        command.indications()
                .looks()
                .counted(storage(command, settings.readStorage).used());
    }

    private static String named(Command command, String name) throws CommandRefused {
        return "\"" + name + "\"," + fill(storage(command, name));
    }

    private static String fill(MessageStorage storage) {
        return storage.used() + "," + storage.capacity();
    }

    private static void chooseStorages(Command command) throws CommandRefused {
        Arguments arguments = command.arguments();
        AtSettings settings = command.settings();
        String read = arguments.text(0);
        String write = arguments.isMissing(1) ? settings.writeStorage : arguments.text(1);
        String receive = arguments.isMissing(2) ? settings.receiveStorage : arguments.text(2);
        command.answer("+CPMS: " + fill(storage(command, read)) + "," + fill(storage(command, write)) + ","
                + fill(storage(command, receive)));
        settings.readStorage = read;
        settings.writeStorage = write;
        settings.receiveStorage = receive;
    }

    private static void listStorages(Command command) {
        String names = "(\"" + String.join("\",\"", command.modem().storageNames()) + "\")";
        command.answer("+CPMS: " + names + "," + names + "," + names);
    }

    private static void list(Command command) throws CommandRefused {
        StatusFilter filter = StatusFilter.of(command);
        MessageStorage storage = storage(command, command.settings().readStorage);
        boolean marking = isMarking(command);
        StringBuilder answer = new StringBuilder();
        for (StoredMessage message : storage.messages()) {
            if (filter.matches(message)) {
                answer.append(answer.isEmpty() ? "" : "\r\n")
                        .append("+CMGL: ")
                        .append(message.index())
                        .append(',')
                        .append(command.writer().listed(message));
                markRead(storage, message, marking);
            }
        }
        if (!answer.isEmpty()) {
            command.answer(answer.toString());
        }
        command.indications().looks().read();
    }

    private static void read(Command command) throws CommandRefused {
        MessageStorage storage = storage(command, command.settings().readStorage);
        Optional<StoredMessage> message = storage.message(slot(command, storage));
        boolean marking = isMarking(command);
        if (message.isPresent()) {
            command.answer("+CMGR: " + command.writer().read(message.get()));
            markRead(storage, message.get(), marking);
        }
        command.indications().looks().read();
    }

    /** Modules take a second argument 1 for a look that leaves the status as it is. */
    private static boolean isMarking(Command command) throws CommandRefused {
        return command.arguments().numberOr(1, 0, 1, 0) != WITHOUT_MARKING;
    }

    private static void markRead(MessageStorage storage, StoredMessage message, boolean marking) {
        if (marking && message.status() == MessageStatus.RECEIVED_UNREAD) {
            storage.mark(message.index(), MessageStatus.RECEIVED_READ);
        }
    }

    private static void delete(Command command) throws CommandRefused {
        MessageStorage storage = storage(command, command.settings().readStorage);
        int flag = command.arguments().numberOr(1, 0, 4, 0);
        List<Integer> slots = flag == 0
                ? List.of(slot(command, storage))
                : storage.messages().stream()
                        .filter(deletedBy(flag))
                        .map(StoredMessage::index)
                        .toList();
        new MessageDeletion(storage, slots, command.defer()).run();
    }

    /** 1 read, 2 also sent, 3 also unsent, 4 unread as well (3GPP TS 27.005 §3.5.4). */
    private static Predicate<StoredMessage> deletedBy(int flag) {
        return message -> switch (message.status()) {
            case RECEIVED_READ -> true;
            case STORED_SENT -> flag >= 2;
            case STORED_UNSENT -> flag >= 3;
            case RECEIVED_UNREAD -> flag >= 4;
        };
    }

    private static void listDeletable(Command command) throws CommandRefused {
        List<String> indices = storage(command, command.settings().readStorage).messages().stream()
                .map(message -> Integer.toString(message.index()))
                .toList();
        command.answer("+CMGD: (" + String.join(",", indices) + "),(0-4)");
    }

    private static int slot(Command command, MessageStorage storage) throws CommandRefused {
        int index = command.arguments().number(0, 0, 9999);
        if (!storage.hasSlot(index)) {
            throw CommandRefused.cms(CommandRefused.INVALID_INDEX);
        }
        return index;
    }
}

package io.polygator.gsm.modem;

import io.polygator.gsm.transport.Acceptor;
import io.polygator.gsm.transport.Link;
import io.polygator.gsm.transport.LinkClosed;
import io.polygator.gsm.transport.LinkException;
import io.polygator.gsm.transport.LinkListener;
import io.polygator.gsm.transport.memory.MemoryNetwork;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A module that answers commands from a table, keeps messages in slots and takes what is sent. Not an imitation of a
 * real module: just what these tests need.
 */
final class ScriptedModule {
    private static final char CTRL_Z = 0x1A;
    private static final char ESC = 0x1B;
    private static final String[] NOTHING = {};

    final List<String> heard = new ArrayList<>();
    final List<String> submitted = new ArrayList<>();
    final Map<Integer, String> stored = new TreeMap<>();
    boolean promptWorks = true;
    boolean dead;

    private final Acceptor acceptor;
    private final Map<String, Supplier<String[]>> answers = new HashMap<>();
    private final Deque<String[]> sendAnswers = new ArrayDeque<>();
    private final StringBuilder input = new StringBuilder();
    private @Nullable Link link;
    private String promptRefusal = "";
    private boolean awaitsText;
    private int reference;

    ScriptedModule(MemoryNetwork network, String address) {
        acceptor = network.acceptor(address);
        plugIn();
    }

    void plugIn() {
        try {
            acceptor.listen(Client::new);
        } catch (LinkException impossible) {
            throw new AssertionError(impossible);
        }
    }

    void unplug() {
        acceptor.close();
    }

    /** From now on the command is answered with these lines. */
    ScriptedModule answer(String command, String... lines) {
        answers.put(command, () -> lines);
        return this;
    }

    ScriptedModule answer(String command, Supplier<String[]> lines) {
        answers.put(command, lines);
        return this;
    }

    ScriptedModule silentOn(String command) {
        return answer(command, NOTHING);
    }

    /** The next message that is sent is answered so; without lines it is not answered at all. */
    ScriptedModule nextSend(String... lines) {
        sendAnswers.add(lines);
        return this;
    }

    /** The next message is answered with this line before its text is asked for. */
    ScriptedModule insteadOfPrompt(String line) {
        promptRefusal = line;
        return this;
    }

    /** A message in the slot, announced. */
    void receive(int index, String pdu) {
        stored.put(index, pdu);
        say("+CMTI: \"SM\"," + index);
    }

    void say(String... lines) {
        for (String line : lines) {
            write("\r\n" + line + "\r\n");
        }
    }

    void write(String text) {
        if (link != null && !dead) {
            link.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    void cut() {
        if (link != null) {
            link.close();
            link = null;
        }
    }

    /** How often the command was heard. */
    long count(String command) {
        return heard.stream().filter(command::equals).count();
    }

    private void take(char c) {
        if (awaitsText && c == CTRL_Z) {
            awaitsText = false;
            submitted.add(text());
            String[] lines = sendAnswers.poll();
            say(lines == null ? new String[] {"+CMGS: " + reference++, "OK"} : lines);
        } else if (c == ESC) {
            text();
            if (awaitsText) {
                awaitsText = false;
                say("OK");
            }
        } else if (c == '\r' && !awaitsText) {
            command(text());
        } else {
            input.append(c);
        }
    }

    private String text() {
        String text = input.toString();
        input.setLength(0);
        return text;
    }

    private void command(String line) {
        if (line.isEmpty()) {
            return;
        }
        heard.add(line);
        Supplier<String[]> scripted = answers.get(line);
        if (scripted != null) {
            say(scripted.get());
        } else if (line.startsWith("AT+CMGS=")) {
            prompt();
        } else {
            say(stock(line));
        }
    }

    private void prompt() {
        if (!promptRefusal.isEmpty()) {
            say(promptRefusal);
            promptRefusal = "";
        } else if (promptWorks) {
            awaitsText = true;
            write("\r\n> ");
        }
    }

    private String[] stock(String line) {
        List<String> lines = new ArrayList<>();
        if (line.equals("AT+CMGL=4")) {
            stored.forEach((index, pdu) -> lines.addAll(entry("+CMGL: " + index + ",0,,", pdu)));
        } else if (line.startsWith("AT+CMGR=")) {
            String pdu = stored.get(Integer.parseInt(line.substring(8)));
            lines.addAll(pdu == null ? List.of() : entry("+CMGR: 0,,", pdu));
        } else if (line.startsWith("AT+CMGD=")) {
            stored.remove(Integer.parseInt(line.substring(8)));
        }
        lines.add("OK");
        return lines.toArray(NOTHING);
    }

    private static List<String> entry(String header, String pdu) {
        int length = pdu.matches("[0-9A-F]{4,}") ? pdu.length() / 2 - 1 - Integer.parseInt(pdu.substring(0, 2), 16) : 0;
        return Arrays.asList(header + length, pdu);
    }

    /** One link that a client opened. */
    private final class Client implements LinkListener {
        @Override
        public void onOpen(Link opened) {
            link = opened;
            awaitsText = false;
            input.setLength(0);
        }

        @Override
        public void onBytes(byte[] bytes) {
            if (!dead) {
                for (char c : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
                    take(c);
                }
            }
        }

        @Override
        public void onClosed(LinkClosed closed) {
            link = null;
        }
    }
}

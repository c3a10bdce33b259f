package io.polygator.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A curl command of a page, and the answer that the page shows below it in a block {@code http}.
 *
 * @param command what stands in the block {@code sh}
 * @param status the documented status
 * @param answer the documented JSON
 */
record PageExample(Path page, String command, int status, String answer) {
    private static final Pattern BLOCK = Pattern.compile("(?m)^```(\\w+)\\n(.*?)^```$", Pattern.DOTALL);
    private static final Pattern ANSWER = Pattern.compile("HTTP/1.1 (\\d{3})[^\\n]*\\n(.*)", Pattern.DOTALL);

    /** Every curl command of the page, in order; one without an answer below it is an error of the page. */
    static List<PageExample> of(Path page) throws IOException {
        List<PageExample> examples = new ArrayList<>();
        String command = "";
        for (Matcher block = BLOCK.matcher(Files.readString(page)); block.find(); ) {
            Matcher answer = ANSWER.matcher(block.group(2));
            if (block.group(1).equals("sh") && block.group(2).startsWith("curl ")) {
                requireAnswered(page, command);
                command = block.group(2).strip();
            } else if (block.group(1).equals("http") && !command.isEmpty() && answer.matches()) {
                examples.add(new PageExample(page, command, Integer.parseInt(answer.group(1)), answer.group(2)));
                command = "";
            }
        }
        requireAnswered(page, command);
        return examples;
    }

    private static void requireAnswered(Path page, String command) {
        if (!command.isEmpty()) {
            throw new IllegalArgumentException(page + " shows no answer to: " + command);
        }
    }

    @Override
    public String toString() {
        return page.getFileName() + ": " + command;
    }
}

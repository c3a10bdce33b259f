package io.polygator.gsm.at.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class LineFramerFuzzTest {
    private static final int MAX_LENGTH = 40;

    @FuzzTest(maxDuration = "5m")
    void staysWithinItsBoundsAndDoesNotCareForCuts(FuzzedDataProvider data) {
        boolean promptDue = data.consumeBoolean();
        byte[] bytes = data.consumeRemainingAsBytes();

        List<String> whole = framed(promptDue, bytes, bytes.length);

        assertThat(framed(promptDue, bytes, 1)).isEqualTo(whole);
        assertThat(whole).allMatch(token -> token.length() <= MAX_LENGTH + 1);
        assertThat(whole).noneMatch(token -> token.matches("(?s).*[\r\n\0].*") || token.isBlank());
        assertThat(whole.stream().filter("prompt"::equals).count()).isLessThanOrEqualTo(promptDue ? 1 : 0);
    }

    private static List<String> framed(boolean promptDue, byte[] bytes, int pieceLength) {
        List<String> tokens = new ArrayList<>();
        LineFramer framer = new LineFramer(MAX_LENGTH, new Tokens(tokens));
        if (promptDue) {
            framer.lookForPrompt();
        }
        for (int i = 0; i < bytes.length; i += pieceLength) {
            framer.accept(Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + pieceLength)));
            assertThat(framer.unfinished()).hasSizeLessThanOrEqualTo(MAX_LENGTH);
        }
        return tokens;
    }

    private record Tokens(List<String> tokens) implements LineFramer.Sink {
        @Override
        public void onLine(String line) {
            tokens.add("=" + line);
        }

        @Override
        public void onPrompt() {
            tokens.add("prompt");
        }

        @Override
        public void onOverlongLine(int maxLength) {
            tokens.add("overlong");
        }
    }
}

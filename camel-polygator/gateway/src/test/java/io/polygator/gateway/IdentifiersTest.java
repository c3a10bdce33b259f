package io.polygator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gateway.message.MessageId;
import io.polygator.gsm.transport.memory.ManualLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ids, references and tokens. */
class IdentifiersTest {

    @Test
    void messageIdsAreUniqueSortedAndShort() {
        ManualLoop loop = new ManualLoop();
        MessageIds ids = new MessageIds(loop, new Random(1));
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(ids.next().value());
            loop.advance(Duration.ofMillis(i % 3));
        }
        assertThat(made).doesNotHaveDuplicates().isSorted();
        assertThat(made).allSatisfy(id -> assertThat(id).matches("[1-9][0-9]{0,19}"));
        assertThat(new MessageIds(new ManualLoop(), new Random(2)).next().value())
                .isNotEqualTo(made.get(0));
    }

    @Test
    void concatReferencesCountPerRecipientAndWrap() {
        ConcatReferences references = new ConcatReferences(8, new Random(1));
        Set<Integer> values = new HashSet<>();
        int first = references.next("1").value();
        int last = first;
        for (int i = 0; i < 256; i++) {
            last = references.next("1").value();
            values.add(last);
        }
        assertThat(values).hasSize(256);
        assertThat(last).isEqualTo(first);
        assertThat(new ConcatReferences(16, new Random(3)).next("1").width()).isEqualTo(16);
    }

    @Test
    void tokensAreReadBack() {
        SendToken token = new SendToken(new MessageId("1767225600000123456"), 3, 2);
        assertThat(SendToken.parse(token.toString())).contains(token);
        assertThat(SendToken.parse("something else")).isEmpty();
    }
}

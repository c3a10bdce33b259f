package io.polygator.gsm.modem;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Whatever a module says: no exception, every send is answered, and a module that behaves again works again. */
class ModemFuzzTest {
    private static final String[] WORDS = {
        "OK",
        "ERROR",
        "+CMS ERROR: ",
        "+CME ERROR: ",
        "+CMGS: ",
        "+CMGL: 1,0,,24",
        "+CMGR: 0,,24",
        "+CMTI: \"SM\",",
        "+CMT: ,24",
        "+CDS: 25",
        "+CUSD: 1,\"",
        "+CREG: ",
        "+CPIN: ",
        "RDY",
        "RING",
        "+CLIP: \"\",128",
        "NO CARRIER",
        "> ",
        "\r\n",
        "\"",
        "+QSIMSTAT: 1,0",
        "+CSCA: ",
        "+CNMI: (0-2),(",
        ModemRig.HELLO,
        "NORMAL POWER DOWN",
        "1",
        "3"
    };

    @FuzzTest(maxDuration = "5m")
    void survivesAnyModule(FuzzedDataProvider data) {
        ModemRig rig = new ModemRig(ModemRig.withPin("1234"));
        rig.start();
        CompletableFuture<SendOutcome> sent = CompletableFuture.completedFuture(SendJudge.notSent("nothing sent"));
        while (data.remainingBytes() > 0) {
            if (data.consumeBoolean() && sent.isDone()) {
                sent = rig.send("token");
            }
            rig.module.write(data.consumeBoolean() ? data.pickValue(WORDS) : text(data));
            rig.pass(Duration.ofMillis(data.consumeInt(0, 3000)));
        }
        rig.module.write("\"\r\n\r\n");
        rig.until(sent::isDone);
        rig.until(ModemState.READY);

        assertThat(rig.module.heard).doesNotContain("AT+QPOWD=1", "AT+CPOWD=1");
        assertThat(rig.pins.attempts).isEmpty();
    }

    private static String text(FuzzedDataProvider data) {
        return new String(data.consumeBytes(24), StandardCharsets.ISO_8859_1);
    }
}

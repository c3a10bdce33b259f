package io.polygator.gsm.modem;

import static org.assertj.core.api.Assertions.assertThat;

import io.polygator.gsm.modem.SendOutcome.Accepted;
import io.polygator.gsm.sms.tpdu.MessageReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever the module says unasked, whenever it says it, and however the network cuts it: nothing is disturbed. */
class UrcAnywhereTest {

    @Property(tries = 300)
    void aSendIsNotDisturbed(
            @ForAll("urcs") String urc,
            @ForAll @IntRange(min = 0, max = 6) int place,
            @ForAll @IntRange(min = 1, max = 9) int piece) {
        ModemRig rig = new ModemRig(ModemSettings.defaults("g8-1"), cutEvery(piece)).ready();
        String[] script = {"", "+CMGS: 66", "", "OK", ""};
        rig.module.nextSend();
        if (place == 0) {
            rig.module.write(urc);
        }
        CompletableFuture<SendOutcome> outcome = rig.send("a");
        for (int i = 0; i < script.length; i++) {
            if (place == i + 1) {
                rig.module.write(urc);
            }
            if (!script[i].isEmpty()) {
                rig.module.say(script[i]);
            }
        }
        rig.settle();

        assertThat(outcome).isCompletedWithValue(new Accepted(Optional.of(new MessageReference(66))));
        assertThat(rig.modem.status().state()).isEqualTo(ModemState.READY);
    }

    @Property(tries = 300)
    void aStartUpIsNotDisturbed(
            @ForAll("urcs") String urc,
            @ForAll @IntRange(min = 0, max = 24) int place,
            @ForAll @IntRange(min = 1, max = 9) int piece) {
        ModemRig rig = new ModemRig(ModemSettings.defaults("g8-1"), cutEvery(piece));
        rig.start();
        rig.until(() -> rig.module.heard.size() > place);
        rig.module.write(urc);
        rig.until(ModemState.READY);
        rig.pass(Duration.ofSeconds(10));

        assertThat(rig.modem.status().imsi()).contains("255010000000001");
        assertThat(rig.modem.status().iccid()).contains(ModemRig.ICCID);
        assertThat(rig.modem.status().module()).contains(ModuleType.M10);
    }

    @Provide
    Arbitrary<String> urcs() {
        return Arbitraries.of(
                        "+CMTI: \"SM\",9",
                        "+CMT: ,24\r\n" + ModemRig.HELLO,
                        "+CDS: 25\r\n" + ModemRig.REPORT,
                        "+CREG: 1",
                        "+CREG: 1,\"00D5\",\"1234\"",
                        "+CUSD: 0,\"line\r\n> OK\r\n+CMGS: 4\",15",
                        "RING",
                        "+CLIP: \"+380501234567\",145,\"\",,\"\",0",
                        "Call Ready",
                        "SMS Ready",
                        "+CFUN: 1",
                        "+CSQN: 20,0",
                        "UNDER-VOLTAGE WARNNING",
                        "*PSUTTZ: 26,1,1,10,0,0,\"+8\",0",
                        "NO CARRIER")
                .map(text -> "\r\n" + text + "\r\n");
    }

    private static Function<byte[], List<byte[]>> cutEvery(int piece) {
        return bytes -> {
            List<byte[]> pieces = new ArrayList<>();
            for (int from = 0; from < bytes.length; from += piece) {
                pieces.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece)));
            }
            return pieces;
        };
    }
}

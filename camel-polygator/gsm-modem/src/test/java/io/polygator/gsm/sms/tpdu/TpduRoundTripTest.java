package io.polygator.gsm.sms.tpdu;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Decoding gives back what was encoded, for any value of every kind. */
class TpduRoundTripTest {

    @Provide
    Arbitrary<SmsSubmit> submits() {
        return TpduArbitraries.submits();
    }

    @Provide
    Arbitrary<SmsDeliver> delivers() {
        return TpduArbitraries.delivers();
    }

    @Provide
    Arbitrary<SmsStatusReport> statusReports() {
        return TpduArbitraries.statusReports();
    }

    @Provide
    Arbitrary<SmsCommand> commands() {
        return TpduArbitraries.commands();
    }

    @Provide
    Arbitrary<SmsSubmitReport> submitReports() {
        return TpduArbitraries.submitReports();
    }

    @Provide
    Arbitrary<SmsDeliverReport> deliverReports() {
        return TpduArbitraries.deliverReports();
    }

    @Provide
    Arbitrary<UserDataHeader> headers() {
        return TpduArbitraries.headers();
    }

    @Property
    void submit(@ForAll("submits") SmsSubmit submit) throws TpduDecodeException {
        assertThat(TpduDecoder.decode(TpduEncoder.encode(submit), Direction.TO_NETWORK))
                .isEqualTo(submit);
    }

    @Property
    void deliver(@ForAll("delivers") SmsDeliver deliver) throws TpduDecodeException {
        assertThat(TpduDecoder.decode(TpduEncoder.encode(deliver), Direction.TO_MOBILE))
                .isEqualTo(deliver);
    }

    @Property
    void statusReport(@ForAll("statusReports") SmsStatusReport report) throws TpduDecodeException {
        assertThat(TpduDecoder.decode(TpduEncoder.encode(report), Direction.TO_MOBILE))
                .isEqualTo(report);
    }

    @Property
    void command(@ForAll("commands") SmsCommand command) throws TpduDecodeException {
        assertThat(TpduDecoder.decode(TpduEncoder.encode(command), Direction.TO_NETWORK))
                .isEqualTo(command);
    }

    @Property
    void submitReport(@ForAll("submitReports") SmsSubmitReport report) throws TpduDecodeException {
        assertThat(TpduDecoder.decodeReport(TpduEncoder.encode(report), Direction.TO_MOBILE))
                .isEqualTo(report);
    }

    @Property
    void deliverReport(@ForAll("deliverReports") SmsDeliverReport report) throws TpduDecodeException {
        assertThat(TpduDecoder.decodeReport(TpduEncoder.encode(report), Direction.TO_NETWORK))
                .isEqualTo(report);
    }

    @Property
    void header(@ForAll("headers") UserDataHeader header) {
        var encoded = header.encode();
        assertThat(encoded.length()).isEqualTo(header.length());
        var withoutLength = header.isEmpty() ? encoded : encoded.slice(1, encoded.length());
        assertThat(UserDataHeader.decode(withoutLength)).isEqualTo(header);
    }
}

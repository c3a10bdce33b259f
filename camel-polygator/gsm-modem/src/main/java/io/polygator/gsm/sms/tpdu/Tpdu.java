package io.polygator.gsm.sms.tpdu;

/** An SMS transfer-layer PDU (3GPP TS 23.040 §9.2.2). */
public sealed interface Tpdu
        permits SmsSubmit, SmsDeliver, SmsStatusReport, SmsSubmitReport, SmsDeliverReport, SmsCommand {}

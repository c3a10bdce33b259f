package io.polygator.simulator.module;

import io.polygator.gsm.virtualmodem.VirtualRadio.NetworkOperator;
import io.polygator.simulator.network.Latency;

/**
 * What is set about a module from outside.
 *
 * @param imei fifteen digits
 * @param operator the network it finds
 * @param area location area code, four hexadecimal digits
 * @param cell cell identity, four hexadecimal digits
 * @param sendLatency from Ctrl-Z to +CMGS
 * @param deleteLatency what AT+CMGD takes
 * @param lineSpeed how it comes to the client's speed when it starts
 * @param bootTiming what its start takes
 * @param ussd what the network answers
 */
public record ModuleSettings(
        Personality personality,
        String imei,
        NetworkOperator operator,
        String area,
        String cell,
        Latency sendLatency,
        Latency deleteLatency,
        LineSpeed lineSpeed,
        BootTiming bootTiming,
        UssdMenu ussd) {}

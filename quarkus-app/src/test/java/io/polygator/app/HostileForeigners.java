package io.polygator.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Requests that mean no good to the doors that speak as others do: Kannel's sendsms and status page, and the receiver of
 * event.sh. Their credentials are right, so that what they bring is read.
 */
final class HostileForeigners {
    static final int KINDS = 7;

    /** Opens the status page. */
    static final String STATUS_PASSWORD = "status";

    private static final String SENDSMS = "/cgi-bin/sendsms";
    private static final String USER = "demo";
    private static final String BASIC = "Authorization: Basic "
            + Base64.getEncoder().encodeToString((USER + ":" + USER).getBytes(StandardCharsets.UTF_8));

    /** Of sendsms, each with values that it takes; of validities none so short that the queue makes it 503. */
    private static final Map<String, List<String>> PARAMETERS = Map.ofEntries(
            Map.entry("to", List.of("380501234502", "%2B380501234502+seven", "", "777+".repeat(600))),
            Map.entry("text", List.of("Hello", "", "%D0%9F%D1%80", "x".repeat(2000))),
            Map.entry("from", List.of("100", "%00", "x".repeat(300))),
            Map.entry("charset", List.of("UTF-8", "UTF-16BE", "KOI8-R", "KLINGON")),
            Map.entry("coding", List.of("0", "1", "2", "3", "-9")),
            Map.entry("mclass", List.of("0", "3", "4")),
            Map.entry("udh", List.of("%05%00%03%01%02%01", "%06%05%04%0B%84%23%F0", "%FF", "")),
            Map.entry("mwi", List.of("0", "7", "8")),
            Map.entry("alt-dcs", List.of("1", "2")),
            Map.entry("pid", List.of("0", "256")),
            Map.entry("validity", List.of("1440", "-3", "99999999999999")),
            Map.entry("deferred", List.of("1440", "-3", "99999999999999")),
            Map.entry("priority", List.of("3", "4")),
            Map.entry("smsc", List.of("default", "nowhere", "demo-6", "group:")),
            Map.entry("dlr-mask", List.of("31", "0x1F", "4711")),
            Map.entry("dlr-url", List.of("http%3A%2F%2F127.0.0.1%3A1%2F%25d", "ftp%3A%2F%2Fx", "http%3A%2F%2F%5B")),
            Map.entry("account", List.of("shop", "%5Bshop")),
            Map.entry("meta-data", List.of("%3Fa%3Fb%3Dc", "x".repeat(2500))));

    private static final List<String> NAMES =
            PARAMETERS.keySet().stream().sorted().toList();

    private static final String XML = "<?xml version=\"1.0\"?><message><submit><da><number>380501234502</number></da>"
            + "<ud>Hello</ud><udh>03700100</udh><dcs><mclass>0</mclass><coding>1</coding></dcs><pid>65</pid>"
            + "<statusrequest><dlr-mask>31</dlr-mask></statusrequest>";
    private static final String XML_CREDENTIALS =
            "<from><username>" + USER + "</username><password>" + USER + "</password></from></submit></message>";
    private static final String ENTITIES = "<!DOCTYPE m [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c SYSTEM \"file:///etc/hostname\">]><message><submit><ud>&b;&c;</ud>";
    private static final String EVENT = "{\"SenderNumber\":\"+380671112233\",\"Message\":\"Hello\",\"Sim\":\"1\","
            + "\"channel\":\"1\",\"type\":\"sms\",\"time\":\"26-11-22 20:04:15\",\"imsi\":\"255010000000001\","
            + "\"smsc\":\"+380672021111\"}";

    private final Random random;
    private final HostileOctets octets;

    HostileForeigners(Random random) {
        this.random = random;
        octets = new HostileOctets(random);
    }

    byte[] next(int kind) {
        return switch (kind) {
            case 0 -> request("GET", SENDSMS + "?" + parameters(), List.of(), new byte[0]);
            case 1 ->
                request(
                        "POST",
                        SENDSMS,
                        List.of("Content-Type: application/x-www-form-urlencoded"),
                        RawHttp.octets(parameters()));
            case 2 -> request("POST", SENDSMS, List.of("Content-Type: text/xml"), xml());
            case 3 -> request("POST", SENDSMS, headers(), octets.noise(random.nextInt(300)));
            case 4 ->
                request(
                        "GET",
                        "/status.xml?" + octets.printable(random.nextInt(300)) + "&password="
                                + (random.nextInt(50) == 0 ? STATUS_PASSWORD : octets.encoded(random.nextInt(9))),
                        List.of(),
                        new byte[0]);
            case 5 ->
                request(
                        "POST",
                        "/getter.php",
                        List.of(BASIC, "Content-Type: application/x-www-form-urlencoded"),
                        event());
            default ->
                request(
                        "GET",
                        "/ttt/index.php?testnum=" + octets.printable(random.nextInt(30)) + sender() + "&text="
                                + octets.printable(random.nextInt(500)),
                        List.of(BASIC),
                        new byte[0]);
        };
    }

    private static byte[] request(String method, String target, List<String> headers, byte[] body) {
        return HostileOctets.request(method, target, headers.isEmpty() ? List.of("X: y") : headers, body);
    }

    private String parameters() {
        StringBuilder query = new StringBuilder("username=" + USER + "&password=" + USER);
        for (String name : NAMES) {
            int choice = random.nextInt(6);
            if (choice == 0) {
                query.append('&').append(name).append('=').append(hostile(name));
            } else if (choice <= 2) {
                query.append('&').append(name).append('=').append(usual(name));
            }
        }
        return query.toString();
    }

    /** Those that are numbers of minutes stay what they are: see {@link #PARAMETERS}. */
    private String hostile(String name) {
        return name.equals("validity") ? usual(name) : octets.encoded(random.nextInt(40));
    }

    private String usual(String name) {
        List<String> values = PARAMETERS.getOrDefault(name, List.of());
        return values.get(random.nextInt(values.size()));
    }

    private byte[] xml() {
        int kind = random.nextInt(8);
        if (kind == 0) {
            return octets.noise(random.nextInt(400));
        }
        if (kind == 1) {
            return RawHttp.octets("<a b='".repeat(1 + random.nextInt(300)) + "<a>".repeat(random.nextInt(3000)));
        }
        return HostileOctets.concat(octets.mutated(kind == 2 ? ENTITIES : XML), RawHttp.octets(XML_CREDENTIALS));
    }

    private List<String> headers() {
        List<String> headers = new ArrayList<>(List.of(
                "X-Kannel-Username: " + USER,
                "X-Kannel-Password: " + USER,
                "Content-Type: " + (random.nextBoolean() ? "text/plain" : "application/octet-stream")));
        for (String name : List.of("To", "UDH", "Coding", "MClass", "DLR-Mask", "SMSC", "PID", "Meta-Data", "BInfo")) {
            if (random.nextInt(3) > 0) {
                headers.add("X-Kannel-" + name + ": "
                        + (random.nextBoolean() ? "1" : octets.printable(random.nextInt(60))));
            }
        }
        return headers;
    }

    /** Often none, since whoever hears of events keeps them. */
    private String sender() {
        return random.nextInt(4) == 0 ? "&sender=" + octets.encoded(1 + random.nextInt(30)) : "";
    }

    /** The JSON as the firmware breaks it, or a form of it. */
    private byte[] event() {
        return random.nextInt(4) == 0
                ? RawHttp.octets("SenderNumber=" + octets.encoded(random.nextInt(30)) + "&Message="
                        + octets.encoded(random.nextInt(2000)) + "&id=" + octets.printable(random.nextInt(100)))
                : octets.mutated(EVENT);
    }
}

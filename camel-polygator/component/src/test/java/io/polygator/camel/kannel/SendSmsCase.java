package io.polygator.camel.kannel;

import io.polygator.simulator.programs.Kannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One request to sendsms.
 *
 * @param query with {@code {to}} where the case's own recipient belongs, without credentials unless it has its own
 * @param headers likewise
 * @param body likewise
 */
record SendSmsCase(String name, String method, String query, Map<String, String> headers, String body) {
    private static final String WORDS = "lorem+ipsum+";

    private static SendSmsCase get(String name, String query) {
        return new SendSmsCase(name, "GET", Kannel.credentials() + "&" + query, Map.of(), "");
    }

    private static SendSmsCase bare(String name, String query) {
        return new SendSmsCase(name, "GET", query, Map.of(), "");
    }

    private static SendSmsCase post(String name, String type, Map<String, String> more, String body) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of(
                "X-Kannel-Username", KannelDoor.USER, "X-Kannel-Password", KannelDoor.SECRET, "X-Kannel-To", "{to}"));
        headers.putAll(more);
        headers.put("Content-Type", type);
        return new SendSmsCase(name, "POST", "", headers, body);
    }

    private static String xml(String more) {
        return "<?xml version=\"1.0\"?><message><submit><da><number>{to}</number></da><oa><number>100</number></oa>"
                + "<from><username>" + KannelDoor.USER + "</username><password>" + KannelDoor.SECRET
                + "</password></from>" + more + "</submit></message>";
    }

    /** The same request to this recipient. */
    SendSmsCase to(String number) {
        Map<String, String> own = new LinkedHashMap<>();
        headers.forEach((header, value) -> own.put(header, value.replace("{to}", number)));
        return new SendSmsCase(name, method, query.replace("{to}", number), own, body.replace("{to}", number));
    }

    byte[] octets() {
        return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    static List<SendSmsCase> all() {
        return List.of(
                get("plain text", "to={to}&text=Hello+world"),
                get("sender", "from=100&to={to}&text=Hello"),
                get("percent-encoded plus", "to=%2B{to}&text=Hello"),
                get("unencoded plus", "to=+{to}&text=Hello"),
                bare("user and pass", "user=tester&pass=kannel-test&to={to}&text=Hello"),
                bare("wrong password", "username=tester&password=guess&to={to}&text=Hello"),
                bare("unknown user", "username=nobody&password=guess&to={to}&text=Hello"),
                bare("no password", "username=tester&to={to}&text=Hello"),
                bare("no user", "password=kannel-test&to={to}&text=Hello"),
                bare("nothing at all", ""),
                get("no recipient", "text=Hello"),
                get("empty recipient", "to=&text=Hello"),
                get("blank recipient", "to=%20&text=Hello"),
                get("recipient is a name", "to=seven&text=Hello"),
                get("recipient with a dash", "to={to}-1&text=Hello"),
                get("two recipients", "to={to}+{to}1&text=Two"),
                get("the same recipient twice", "to={to}+{to}&text=Twice"),
                get("one of two recipients is a name", "to={to}+seven&text=Hello"),
                get("no text", "to={to}"),
                get("empty text", "to={to}&text="),
                get("GSM extension characters", "to={to}&text=%5B%7B%E2%82%AC%7D%5D"),
                get("Latin letters in UTF-8", "to={to}&text=caf%C3%A9+%C3%A4%C3%B6%C3%BC%C3%9F"),
                get("Latin letters in ISO-8859-1", "to={to}&charset=ISO-8859-1&text=caf%E9"),
                get("Latin letters in windows-1252", "to={to}&charset=windows-1252&text=%80+caf%E9"),
                get("octets that are no UTF-8", "to={to}&text=caf%E9"),
                get("Cyrillic without coding", "to={to}&text=%D0%9F%D1%80"),
                get("Cyrillic with coding 0", "to={to}&coding=0&text=%D0%9F%D1%80"),
                get("Cyrillic in UTF-8 with coding 2", "to={to}&coding=2&charset=UTF-8&text=%D0%9F%D1%80%D0%B8"),
                get("Cyrillic in windows-1251 with coding 2", "to={to}&coding=2&charset=windows-1251&text=%CF%F0"),
                get("Cyrillic in KOI8-R with coding 2", "to={to}&coding=2&charset=KOI8-R&text=%F0%D2"),
                get("UTF-16BE with coding 2", "to={to}&coding=2&charset=UTF-16BE&text=%04%1F%04%40"),
                get("coding 2 without charset", "to={to}&coding=2&text=%04%1F%04%40"),
                get("coding 2 without charset, UTF-8 octets", "to={to}&coding=2&text=%D0%9F%D1%80"),
                get("coding 2 without charset, odd octets", "to={to}&coding=2&text=%04%1F%04"),
                get("an emoji with coding 2", "to={to}&coding=2&charset=UTF-8&text=%F0%9F%91%8B"),
                get("unknown charset", "to={to}&charset=KLINGON&text=Hello"),
                get("text that is not in its charset", "to={to}&charset=UTF-8&text=caf%E9"),
                get("8-bit data", "to={to}&coding=1&text=%00%FF%10abc"),
                get("8-bit data with a charset", "to={to}&coding=1&charset=UTF-8&text=%E9"),
                get("flash", "to={to}&mclass=0&text=Flash"),
                get("message class 3", "to={to}&mclass=3&text=Hello"),
                get("flash in Cyrillic", "to={to}&mclass=0&coding=2&charset=UTF-8&text=%D0%9F"),
                get("message class 4", "to={to}&mclass=4&text=Hello"),
                get("message class that is no number", "to={to}&mclass=flash&text=Hello"),
                get("alternative DCS", "to={to}&alt-dcs=1&text=Hello"),
                get("alternative DCS with flash", "to={to}&alt-dcs=1&mclass=0&text=Hello"),
                get("alternative DCS 2", "to={to}&alt-dcs=2&text=Hello"),
                get("voicemail waits", "to={to}&mwi=0&text=Call+us"),
                get("voicemail waits, no text", "to={to}&mwi=0"),
                get("no voicemail any more", "to={to}&mwi=4"),
                get("message waiting 8", "to={to}&mwi=8&text=x"),
                get("compressed", "to={to}&compress=1&text=Hello"),
                get("compress 2", "to={to}&compress=2&text=Hello"),
                get("protocol identifier", "to={to}&pid=65&text=Hello"),
                get("protocol identifier 256", "to={to}&pid=256&text=Hello"),
                get("reply path", "to={to}&rpi=1&text=Hello"),
                get("reply path 3", "to={to}&rpi=3&text=Hello"),
                get("header with ports", "to={to}&udh=%06%05%04%0B%84%23%F0&text=%01%02%03"),
                get("header with ports and coding 0", "to={to}&coding=0&udh=%06%05%04%0B%84%23%F0&text=Hello"),
                get("header with ports and coding 2", "to={to}&coding=2&udh=%06%05%04%0B%84%23%F0&text=%04%1F"),
                get("header of the wrong length", "to={to}&udh=%07%05%04&text=Hello"),
                get("empty header", "to={to}&udh=&text=Hello"),
                get("header and a long text", "to={to}&udh=%06%05%04%0B%84%23%F0&text=" + "x".repeat(200)),
                get("long text", "to={to}&text=" + WORDS.repeat(20)),
                get("long text in UCS-2", "to={to}&coding=2&charset=UTF-8&text=" + "%D0%9F".repeat(100)),
                get("long 8-bit data", "to={to}&coding=1&text=" + "%AB".repeat(200)),
                get("text of exactly 160", "to={to}&text=" + "x".repeat(160)),
                get("text of 161", "to={to}&text=" + "x".repeat(161)),
                get("extension character across the cut", "to={to}&text=" + "x".repeat(152) + "%5B" + "y".repeat(20)),
                get("text beyond ten segments", "to={to}&text=" + "x".repeat(1600)),
                get("validity", "to={to}&validity=60&text=Hello"),
                get("validity of a day", "to={to}&validity=1440&text=Hello"),
                get("validity of a minute", "to={to}&validity=1&text=Hello"),
                get("validity 0", "to={to}&validity=0&text=Hello"),
                get("validity -1", "to={to}&validity=-1&text=Hello"),
                get("validity -2", "to={to}&validity=-2&text=Hello"),
                get("validity that is no number", "to={to}&validity=long&text=Hello"),
                get("validity of two years", "to={to}&validity=1051200&text=Hello"),
                get("deferred", "to={to}&deferred=60&text=Hello"),
                get("deferred -2", "to={to}&deferred=-2&text=Hello"),
                get("priority 3", "to={to}&priority=3&text=Hello"),
                get("priority 4", "to={to}&priority=4&text=Hello"),
                get("priority -1", "to={to}&priority=-1&text=Hello"),
                get("coding 3", "to={to}&coding=3&text=Hello"),
                get("coding with letters behind", "to={to}&coding=0x&text=Hello"),
                get("dlr-mask without dlr-url", "to={to}&dlr-mask=3&text=Hello"),
                get("dlr-mask 8", "to={to}&dlr-mask=8&text=Hello"),
                get("dlr-mask 4", "to={to}&dlr-mask=4&text=Hello"),
                get("dlr-mask 16", "to={to}&dlr-mask=16&text=Hello"),
                get("dlr-mask 32", "to={to}&dlr-mask=32&text=Hello"),
                get("dlr-mask 127", "to={to}&dlr-mask=127&text=Hello"),
                get("dlr-mask 128", "to={to}&dlr-mask=128&text=Hello"),
                get("dlr-mask -2", "to={to}&dlr-mask=-2&text=Hello"),
                get("dlr-mask 64", "to={to}&dlr-mask=64&text=Hello"),
                get("dlr-url without dlr-mask", "to={to}&dlr-url=http%3A%2F%2F127.0.0.1%3A1%2F&text=Hello"),
                get("dlr-url that is none", "to={to}&dlr-mask=31&dlr-url=ftp%3A%2F%2Fexample.org&text=Hello"),
                get("short dlr-url", "to={to}&dlr-url=http%3A%2F%2F&text=Hello"),
                get("unknown smsc", "to={to}&smsc=nowhere&text=Hello"),
                get("smsc", "to={to}&smsc=G24_1&text=Hello"),
                get("account and binfo", "to={to}&account=shop&binfo=4711&text=Hello"),
                get("account with a bracket", "to={to}&account=%5Bshop&text=Hello"),
                get("unknown parameter", "to={to}&colour=red&text=Hello"),
                get("parameter twice", "to={to}&text=first&text=second"),
                get("parameter without a value", "to={to}&text&from=100"),
                get("bad percent encoding", "to={to}&text=100%25+%"),
                get("upper case names", "TO={to}&TEXT=Hello"),
                new SendSmsCase("HEAD", "HEAD", Kannel.credentials() + "&to={to}&text=Hello", Map.of(), ""),
                new SendSmsCase(
                        "form",
                        "POST",
                        "",
                        Map.of("Content-Type", "application/x-www-form-urlencoded"),
                        Kannel.credentials() + "&to={to}&text=Hello"),
                post("text/plain", "text/plain", Map.of("X-Kannel-From", "100"), "Hello"),
                post("text/plain in UTF-8", "text/plain; charset=UTF-8", Map.of(), "caf\u00c3\u00a9"),
                post("text/plain, wrong password", "text/plain", Map.of("X-Kannel-Password", "guess"), "Hello"),
                post("text/plain, empty recipient", "text/plain", Map.of("X-Kannel-To", ""), "Hello"),
                post("text/plain, flash", "text/plain", Map.of("X-Kannel-MClass", "0"), "Hello"),
                post("octet-stream", "application/octet-stream", Map.of(), "\u0001\u0002\u00ff"),
                post(
                        "octet-stream with a header",
                        "application/octet-stream",
                        Map.of("X-Kannel-UDH", "0605040B8423F0"),
                        "\u0001\u0002"),
                post("text/html", "text/html", Map.of(), "<b>Hello</b>"),
                post("JSON", "application/json", Map.of(), "{}"),
                new SendSmsCase(
                        "text/xml",
                        "POST",
                        "",
                        Map.of("Content-Type", "text/xml"),
                        xml("<ud>Hello+XML</ud><dcs><mclass>0</mclass></dcs>")),
                new SendSmsCase(
                        "text/xml, hexadecimal",
                        "POST",
                        "",
                        Map.of("Content-Type", "text/xml"),
                        xml("<ud>414243</ud>")),
                new SendSmsCase("text/xml that is none", "POST", "", Map.of("Content-Type", "text/xml"), "<message>"));
    }
}

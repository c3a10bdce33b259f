package io.polygator.http.kannel;

import io.polygator.gsm.octets.Octets;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.StringJoiner;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Requests as XML, {@code message/submit}. Pure functions; no entity and no DTD is read. */
public final class KannelXml {
    private static final String SUBMIT = "/message/submit/";
    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("from/user", "username"),
            Map.entry("from/username", "username"),
            Map.entry("from/pass", "password"),
            Map.entry("from/password", "password"),
            Map.entry("from/account", "account"),
            Map.entry("from/binfo", "binfo"),
            Map.entry("oa/number", "from"),
            Map.entry("udh", "udh"),
            Map.entry("smsc", "smsc"),
            Map.entry("pid", "pid"),
            Map.entry("rpi", "rpi"),
            Map.entry("dcs/mclass", "mclass"),
            Map.entry("dcs/mwi", "mwi"),
            Map.entry("dcs/coding", "coding"),
            Map.entry("dcs/compress", "compress"),
            Map.entry("dcs/alt-dcs", "alt-dcs"),
            Map.entry("statusrequest/dlr-mask", "dlr-mask"),
            Map.entry("statusrequest/dlr-url", "dlr-url"),
            Map.entry("vp/delay", "validity"),
            Map.entry("timing/delay", "deferred"),
            Map.entry("priority", "priority"),
            Map.entry("meta-data", "meta-data"),
            Map.entry("ud", "text"));
    private static final String RECIPIENT = "da/number";
    private static final int DEEPEST = 8;

    private KannelXml() {}

    /** The parameters; none when the body is no XML, so that it is answered as one without credentials. */
    public static KannelParameters read(byte[] body) {
        try {
            return read(reader(body));
        } catch (XMLStreamException | MissingResourceException noXml) {
            // the second is what Java's parser makes of a wrong character in a DTD: it lacks the words for its error
            return KannelParameters.of(Map.of());
        }
    }

    private static XMLStreamReader reader(byte[] body) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(new ByteArrayInputStream(body));
    }

    private static KannelParameters read(XMLStreamReader xml) throws XMLStreamException {
        Map<String, Octets> values = new LinkedHashMap<>();
        StringJoiner recipients = new StringJoiner(" ");
        Deque<String> path = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        for (int event = xml.getEventType(); xml.hasNext(); event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                path.addLast(xml.getLocalName());
                text.setLength(0);
                if (path.size() > DEEPEST) {
                    throw new XMLStreamException("too deep");
                }
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                take("/" + String.join("/", path), text.toString().strip(), values, recipients);
                path.removeLast();
                text.setLength(0);
            }
        }
        if (recipients.length() > 0) {
            values.put("to", octets(recipients.toString()));
        }
        return KannelParameters.of(values);
    }

    private static void take(String path, String text, Map<String, Octets> values, StringJoiner recipients) {
        if (!path.startsWith(SUBMIT)) {
            return;
        }
        String place = path.substring(SUBMIT.length());
        if (place.equals(RECIPIENT)) {
            recipients.add(text);
        }
        String parameter = PARAMETERS.get(place);
        if (parameter != null) {
            values.put(parameter, value(parameter, text));
        }
    }

    private static Octets value(String parameter, String text) {
        return switch (parameter) {
            case "udh" -> KannelHeaders.header(text);
            case "text" ->
                KannelParameters.decode(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
            default -> octets(text);
        };
    }

    private static Octets octets(String text) {
        return Octets.copyOf(text.getBytes(StandardCharsets.UTF_8));
    }
}
